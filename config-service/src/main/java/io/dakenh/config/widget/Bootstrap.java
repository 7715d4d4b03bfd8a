package io.dakenh.config.widget;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import io.dakenh.config.http.Encodings;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The public document of one widget, ready to be sent. It holds what every visitor may know and
 * nothing else: no ids of the business.
 *
 * @param tenantId whose it is; never sent
 * @param version of the widget
 * @param origins websites that may carry it; null: every one
 * @param gzip JSON, compressed
 * @param brotli the same, compressed better; null where the encoder does not run
 * @param tag what the ETags of all three begin with
 */
record Bootstrap(
    UUID tenantId,
    long version,
    @Nullable AllowedOrigins origins,
    Variant gzip,
    @Nullable Variant brotli,
    String tag) {
  private static final int TAG_LENGTH = 24;
  private static final int BEST = 11;

  /** About what the objects around the bytes take. */
  private static final int OVERHEAD = 768;

  /**
   * The document in one encoding. Headers are encoded once: the same bytes go to every browser.
   *
   * @param encoding value of {@code Content-Encoding}, null for plain
   */
  record Variant(
      Buffer body, CharSequence etag, CharSequence length, @Nullable CharSequence encoding) {
    static Variant of(byte[] bytes, String tag, @Nullable String encoding) {
      String suffix = encoding == null ? "" : "-" + encoding;
      return new Variant(
          Buffer.buffer(bytes),
          HttpHeaders.createOptimized("\"" + tag + suffix + "\""),
          HttpHeaders.createOptimized(Integer.toString(bytes.length)),
          encoding == null ? null : HttpHeaders.createOptimized(encoding));
    }
  }

  /**
   * The document of a widget.
   *
   * @param rendered as in {@link Widget#rendered}
   */
  static Bootstrap of(Widget widget, String rendered) {
    byte[] plain =
        ("{\"version\":" + widget.version + "," + rendered.substring(1))
            .getBytes(StandardCharsets.UTF_8);
    String tag = tag(plain);
    byte[] brotli = brotli(plain);
    return new Bootstrap(
        widget.tenantId,
        widget.version,
        AllowedOrigins.of(widget.allowedWebsites),
        Variant.of(gzip(plain), tag, "gzip"),
        brotli.length == 0 ? null : Variant.of(brotli, tag, "br"),
        tag);
  }

  /** The variant that the browser reads and that is the smallest. */
  Variant variant(@Nullable String acceptEncoding) {
    if (brotli != null && Encodings.accepts(acceptEncoding, "br")) {
      return brotli;
    }
    return Encodings.accepts(acceptEncoding, "gzip") ? gzip : plain();
  }

  /** Every browser reads one of the others: what nobody asks for is not kept for thousands. */
  private Variant plain() {
    try (GZIPInputStream stream =
        new GZIPInputStream(new ByteArrayInputStream(gzip.body.getBytes()))) {
      return Variant.of(stream.readAllBytes(), tag, null);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /**
   * Whether the browser has this document. It is the same in every encoding, so any of its tags,
   * and a weakened one of a proxy, says so.
   */
  boolean known(@Nullable String ifNoneMatch) {
    return ifNoneMatch != null && (ifNoneMatch.contains(tag) || ifNoneMatch.strip().equals("*"));
  }

  /** Whether a page of this origin may carry the widget. */
  boolean admits(@Nullable String origin) {
    return origins == null || origins.admits(origin);
  }

  /** Bytes held in memory. */
  int weight() {
    return OVERHEAD + gzip.body.length() + (brotli == null ? 0 : brotli.body.length());
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
