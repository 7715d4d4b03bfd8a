package io.dakenh.config.console;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.impl.MimeMapping;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * One file of the console, compressed once.
 *
 * @param contentType media type with charset for text
 * @param gzip absent when compressing gains nothing
 * @param brotli absent likewise, and where the encoder does not run
 * @param tag what the ETags begin with
 */
record ConsoleFile(
    String contentType, Buffer plain, @Nullable Buffer gzip, @Nullable Buffer brotli, String tag) {
  private static final int TAG_LENGTH = 24;
  private static final int QUALITY = 9;

  static ConsoleFile of(String path, byte[] bytes) throws IOException {
    String type = contentType(path);
    boolean text = type.endsWith("charset=utf-8") || type.equals("image/svg+xml");
    return new ConsoleFile(
        type,
        Buffer.buffer(bytes),
        text ? Buffer.buffer(gzipped(bytes)) : null,
        text && Brotli4jLoader.isAvailable()
            ? Buffer.buffer(Encoder.compress(bytes, new Encoder.Parameters().setQuality(QUALITY)))
            : null,
        tagOf(bytes));
  }

  private static String contentType(String path) {
    String known = MimeMapping.getMimeTypeForFilename(path);
    if (path.endsWith(".js") || path.endsWith(".mjs")) {
      return "text/javascript;charset=utf-8";
    }
    if (known == null) {
      return "application/octet-stream";
    }
    return known.startsWith("text/") || known.equals("application/json")
        ? known + ";charset=utf-8"
        : known;
  }

  private static byte[] gzipped(byte[] bytes) throws IOException {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream(bytes.length / 2 + 64);
    try (GZIPOutputStream stream = new GZIPOutputStream(compressed)) {
      stream.write(bytes);
    }
    return compressed.toByteArray();
  }

  private static String tagOf(byte[] bytes) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes))
          .substring(0, TAG_LENGTH);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
