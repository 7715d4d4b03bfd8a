package io.dakenh.config.media.inspect;

import io.dakenh.platform.problem.ProblemException;

/** What can be wrong with a file. */
final class FileProblems {
  private static final String FILE = "/file";

  private FileProblems() {}

  static ProblemException empty() {
    return ProblemException.invalid(FILE, "file-empty", "The file is empty.");
  }

  static ProblemException unsupported() {
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
