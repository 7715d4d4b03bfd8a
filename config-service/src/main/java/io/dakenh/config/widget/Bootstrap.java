package io.dakenh.config.widget;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;

/**
 * The public document of one widget, ready to be sent. It holds what every visitor may know and
 * nothing else: no ids of ours.
 *
 * @param tenantId whose it is; never sent
 * @param version of the settings it was made of
 * @param plain JSON
 * @param gzip the same, compressed
 * @param brotli the same, compressed better; empty where the encoder does not run
 * @param tag what the ETags of all three begin with
 */
record Bootstrap(
    UUID tenantId, long version, Buffer plain, Buffer gzip, Buffer brotli, String tag) {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int TAG_LENGTH = 24;
  private static final int BEST = 11;

  static Bootstrap of(WidgetSettings settings) {
    PublicWidget document =
        new PublicWidget(
            settings.version,
            settings.locale,
            settings.title,
            settings.description,
            settings.launcherLabel,
            settings.greeting,
            settings.headerColor,
            settings.textColor,
            settings.position);
    try {
      byte[] plain = MAPPER.writeValueAsString(document).getBytes(StandardCharsets.UTF_8);
      return new Bootstrap(
          settings.tenantId,
          settings.version,
          Buffer.buffer(plain),
          Buffer.buffer(gzip(plain)),
          Buffer.buffer(brotli(plain)),
          tag(plain));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("cannot write a widget document", impossible);
    }
  }

  /** Bytes held in memory. */
  int weight() {
    return plain.length() + gzip.length() + brotli.length();
  }

  private static byte[] gzip(byte[] plain) {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream(plain.length);
    try (GZIPOutputStream stream = new GZIPOutputStream(compressed)) {
      stream.write(plain);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return compressed.toByteArray();
  }

  private static byte[] brotli(byte[] plain) {
    if (!Brotli4jLoader.isAvailable()) {
      return new byte[0];
    }
    try {
      return Encoder.compress(
          plain, new Encoder.Parameters().setQuality(BEST).setMode(Encoder.Mode.TEXT));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static String tag(byte[] plain) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(plain))
          .substring(0, TAG_LENGTH);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public String toString() {
    return "Bootstrap[version=" + version + ", tag=" + tag + "]";
  }
}
