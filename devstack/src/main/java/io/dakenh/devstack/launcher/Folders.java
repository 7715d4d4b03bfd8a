package io.dakenh.devstack.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Names and parents of paths that surely have them. */
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
}
