package io.dakenh.config.console;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Files of the web build, read and compressed when first asked for; there are only as many as the
 * build put there.
 */
@ApplicationScoped
class ConsoleFiles {
  private static final String FOLDER = "META-INF/resources";

  private final Map<String, ConsoleFile> files = new ConcurrentHashMap<>();

  /** The file if it was read before. */
  @Nullable ConsoleFile cached(String path) {
    return files.get(path);
  }

  /** Reads the file; null when the build has none of this name. */
  @Nullable ConsoleFile load(String path) throws IOException {
    try (InputStream stream =
        Thread.currentThread().getContextClassLoader().getResourceAsStream(FOLDER + path)) {
      if (stream == null) {
        return null;
      }
      ConsoleFile file = ConsoleFile.of(path, stream.readAllBytes());
      files.put(path, file);
      return file;
    }
  }
}
