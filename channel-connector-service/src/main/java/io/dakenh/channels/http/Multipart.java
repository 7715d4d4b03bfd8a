package io.dakenh.channels.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/** A body of several parts. */
public final class Multipart {
  private static final String NEW_LINE = "\r\n";

  private final String boundary;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  /** An empty one. */
  public Multipart() {
    byte[] random = new byte[16];
    ThreadLocalRandom.current().nextBytes(random);
    boundary = "dakenh" + HexFormat.of().formatHex(random);
  }

  /** Adds a field. */
  public Multipart field(String name, String value) {
    head(name, null, null);
    out.writeBytes(value.getBytes(StandardCharsets.UTF_8));
    out.writeBytes(NEW_LINE.getBytes(StandardCharsets.US_ASCII));
    return this;
  }

  /** Adds a file. */
  public Multipart file(String name, String fileName, String mediaType, byte[] bytes) {
    head(name, fileName.replaceAll("[\"\\r\\n]", "_"), mediaType);
    out.writeBytes(bytes);
    out.writeBytes(NEW_LINE.getBytes(StandardCharsets.US_ASCII));
    return this;
  }

  /** The header that goes with the body. */
  public String contentType() {
    return "multipart/form-data; boundary=" + boundary;
  }

  /** The whole body. */
  public byte[] body() {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(out.toByteArray());
    all.writeBytes(("--" + boundary + "--" + NEW_LINE).getBytes(StandardCharsets.US_ASCII));
    return all.toByteArray();
  }

  private void head(
      String name,
      @org.jspecify.annotations.Nullable String fileName,
      @org.jspecify.annotations.Nullable String mediaType) {
    StringBuilder head = new StringBuilder("--").append(boundary).append(NEW_LINE);
    head.append("Content-Disposition: form-data; name=\"").append(name).append('"');
    if (fileName != null) {
      head.append("; filename=\"").append(fileName).append('"');
    }
    head.append(NEW_LINE);
    if (mediaType != null) {
      head.append("Content-Type: ").append(mediaType).append(NEW_LINE);
    }
    out.writeBytes(head.append(NEW_LINE).toString().getBytes(StandardCharsets.UTF_8));
  }
}
