package io.dakenh.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Where things are in the repository. */
final class Repository {
  static final Path ROOT =
      Path.of(Objects.requireNonNull(System.getProperty("dakenh.root"), "dakenh.root"));
  static final Path DEPLOY = ROOT.resolve("deploy");
  static final Path HELM = DEPLOY.resolve("helm");

  private Repository() {}

  /** The text of a file. */
  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All files below a folder that end so, in order. */
  static List<Path> files(Path folder, String end) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(end) && Files.isRegularFile(file))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
