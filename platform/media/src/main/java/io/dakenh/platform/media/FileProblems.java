package io.dakenh.platform.media;

import io.dakenh.platform.problem.ProblemException;

/** What can be wrong with a file. */
public final class FileProblems {
  private static final String FILE = "/file";

  private FileProblems() {}

  /** Without a single byte. */
  public static ProblemException empty() {
    return ProblemException.invalid(FILE, "file-empty", "The file is empty.");
  }

  /** Of a type that is not taken here, whatever its name says. */
  public static ProblemException unsupported() {
    return ProblemException.invalid(
        FILE, "file-type-unsupported", "By its content this is no file of a supported type.");
  }

  static ProblemException damaged() {
    return ProblemException.invalid(FILE, "file-damaged", "The file is damaged or not complete.");
  }

  static ProblemException tooManyPixels() {
    return ProblemException.invalid(
        FILE, "image-too-many-pixels", "At most 25 megapixels, 16,000 on one side.");
  }

  static ProblemException tooLong(long seconds) {
    return ProblemException.invalid(FILE, "audio-too-long", "At most " + seconds + " seconds.");
  }
}
