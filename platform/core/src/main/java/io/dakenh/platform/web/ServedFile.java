package io.dakenh.platform.web;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Answers with a file: whole or in part, never taken for anything but its type, and not even asked
 * for again while the caller keeps it.
 *
 * @param contentType what the bytes are
 * @param length how many
 * @param tag of the ETag, without quotes
 * @param headers of every answer: who may keep it how long, and what else there is to say
 * @param bytes opens a part
 */
public record ServedFile(
    String contentType, long length, String tag, Map<String, String> headers, Opener bytes) {
  /** Opened in a tab of its own, it is a picture or a sound and nothing more. */
  public static final String NOTHING_ELSE = "default-src 'none'; sandbox";

  private static final String FOR_EVER = "public, max-age=31536000, immutable";
  private static final int PARTIAL_CONTENT = 206;
  private static final int RANGE_NOT_SATISFIABLE = 416;

  /** For anybody, and kept for a year: the bytes never change under their address. */
  public static ServedFile forEver(String contentType, long length, String tag, Opener bytes) {
    return new ServedFile(
        contentType,
        length,
        tag,
        Map.of(
            HttpHeaders.CACHE_CONTROL,
            FOR_EVER,
            "Cross-Origin-Resource-Policy",
            "cross-origin",
            "Access-Control-Allow-Origin",
            "*",
            "Content-Security-Policy",
            NOTHING_ELSE),
        bytes);
  }

  /** Opens a part of a file. */
  @FunctionalInterface
  public interface Opener {
    /** The bytes from an offset, at least as many as asked for. */
    InputStream open(long offset, long length);
  }

  /** What a request asks for, as far as it matters here. */
  public record Wanted(
      @Nullable String range, @Nullable String ifRange, @Nullable String ifNoneMatch) {}

  /** The answer to a GET, or to a HEAD when {@code body} is false. */
  public Response answer(Wanted wanted, boolean body) {
    String etag = '"' + tag + '"';
    String known = wanted.ifNoneMatch();
    if (known != null && (known.contains(etag) || known.strip().equals("*"))) {
      return common(Response.status(Response.Status.NOT_MODIFIED), etag).build();
    }
    boolean rangeCounts = wanted.ifRange() == null || wanted.ifRange().strip().equals(etag);
    return switch (ByteRange.of(rangeCounts ? wanted.range() : null, length)) {
      case ByteRange.Whole() -> content(Response.ok(), etag, 0, length, body);
      case ByteRange.Part part ->
          content(
              Response.status(PARTIAL_CONTENT)
                  .header(
                      "Content-Range", "bytes " + part.first() + "-" + part.last() + "/" + length),
              etag,
              part.first(),
              part.length(),
              body);
      case ByteRange.Outside() ->
          common(Response.status(RANGE_NOT_SATISFIABLE), etag)
              .header("Content-Range", "bytes */" + length)
              .build();
    };
  }

  private Response content(
      Response.ResponseBuilder response, String etag, long offset, long count, boolean body) {
    common(response, etag)
        .header(HttpHeaders.CONTENT_LENGTH, count)
        .header(HttpHeaders.CONTENT_TYPE, contentType);
    if (body) {
      response.entity(new Part(bytes.open(offset, count), count));
    }
    return response.build();
  }

  private Response.ResponseBuilder common(Response.ResponseBuilder response, String etag) {
    headers.forEach(response::header);
    return response
        .header(HttpHeaders.ETAG, etag)
        .header("Accept-Ranges", "bytes")
        .header("X-Content-Type-Options", "nosniff");
  }

  /** The first so many bytes of a stream. */
  private static final class Part extends InputStream {
    private final InputStream stream;
    private long left;

    Part(InputStream stream, long length) {
      this.stream = stream;
      this.left = length;
    }

    @Override
    public int read() throws IOException {
      if (left == 0) {
        return -1;
      }
      int one = stream.read();
      left -= one < 0 ? 0 : 1;
      return one;
    }

    @Override
    public int read(byte[] into, int offset, int most) throws IOException {
      if (left == 0) {
        return -1;
      }
      int count = stream.read(into, offset, (int) Math.min(left, most));
      left -= Math.max(0, count);
      return count;
    }

    @Override
    public void close() throws IOException {
      stream.close();
    }
  }
}
