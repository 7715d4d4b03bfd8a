package io.dakenh.devstack.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Names, parents and ends of paths. */
final class Folders {
  private Folders() {}

  /** The last part of a path. */
  static String name(Path path) {
    Path name = path.getFileName();
    return name == null ? "" : name.toString();
  }

  /** Makes the folder a file is to lie in. */
  static void makeParent(Path file) throws IOException {
    Path parent = file.getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
  }

  /** Removes a tree. Links in it are removed, never followed. */
  static void remove(Path path) {
    if (!Files.exists(path)) {
      return;
    }
    try (Stream<Path> tree = Files.walk(path)) {
      List<Path> deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
      for (Path entry : deepestFirst) {
        Files.delete(entry);
      }
    } catch (IOException e) {
      throw new LauncherException("cannot remove " + path + ": " + e.getMessage(), e);
    }
  }
}
