package io.dakenh.livetalk.attachment.intake;

import io.dakenh.platform.media.FileProblems;
import io.dakenh.platform.problem.ProblemException;
import io.dakenh.platform.problem.ProblemKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file on its way in, kept on disk while it arrives: a slow sender costs a little disk and no
 * memory. It is gone when closed.
 */
final class SpooledUpload implements AutoCloseable {
  private static final int PIECE = 16 * 1024;

  private final Path file;
  private final long length;

  private SpooledUpload(Path file, long length) {
    this.file = file;
    this.length = length;
  }

  /**
   * Reads to the end.
   *
   * @throws ProblemException 413 as soon as there are more bytes than allowed, 400 when there are
   *     none
   */
  static SpooledUpload read(InputStream body, long most) throws IOException {
    Path file = Files.createTempFile("dakenh-upload-", ".part");
    boolean whole = false;
    try {
      long length = copy(body, file, most);
      if (length == 0) {
        throw FileProblems.empty();
      }
      whole = true;
      return new SpooledUpload(file, length);
    } finally {
      if (!whole) {
        Files.deleteIfExists(file);
      }
    }
  }

  private static long copy(InputStream body, Path file, long most) throws IOException {
    byte[] piece = new byte[PIECE];
    long length = 0;
    try (OutputStream out = Files.newOutputStream(file)) {
      for (int count = body.read(piece); count >= 0; count = body.read(piece)) {
        length += count;
        if (length > most) {
          throw ProblemException.of(
              ProblemKind.TOO_LARGE, "body-too-large", ProblemKind.TOO_LARGE.title() + ".");
        }
        out.write(piece, 0, count);
      }
    }
    return length;
  }

  Path file() {
    return file;
  }

  long length() {
    return length;
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(file);
  }
}
