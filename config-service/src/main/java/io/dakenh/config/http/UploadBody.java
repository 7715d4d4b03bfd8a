package io.dakenh.config.http;

import io.dakenh.platform.problem.ProblemException;
import io.dakenh.platform.problem.ProblemKind;
import java.io.IOException;
import java.io.InputStream;

/** Reads a file from a request, never more of it than is allowed. */
public final class UploadBody {
  /** The largest file of any kind. */
  public static final long LARGEST = 5 * 1024 * 1024L;

  /** The largest list that can be imported. */
  public static final long LARGEST_CSV = 4 * 1024 * 1024L;

  private UploadBody() {}

  /**
   * All bytes.
   *
   * @throws ProblemException 413 as soon as there are more than allowed
   */
  public static byte[] read(InputStream body, long most) throws IOException {
    byte[] bytes = body.readNBytes((int) most + 1);
    if (bytes.length > most) {
      throw tooLarge();
    }
    return bytes;
  }

  /** 413. */
  public static ProblemException tooLarge() {
    return ProblemException.of(
        ProblemKind.TOO_LARGE, "body-too-large", ProblemKind.TOO_LARGE.title() + ".");
  }
}
