package io.dakenh.devstack.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder for the data of test servers, deleted with them. */
record TestFolder(Path path) {
  static TestFolder in(Path parent) {
    try {
      Files.createDirectories(parent);
      return new TestFolder(Files.createTempDirectory(parent, "infra-"));
    } catch (IOException e) {
      throw new UncheckedIOException("no folder for test data", e);
    }
  }

  void delete() {
    try (Stream<Path> walk = Files.walk(path)) {
      List<Path> deepestFirst = walk.sorted(Comparator.reverseOrder()).toList();
      for (Path each : deepestFirst) {
        Files.deleteIfExists(each);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("could not delete test data", e);
    }
  }
}
