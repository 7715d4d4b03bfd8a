package io.dakenh.devstack.infra;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * PostgreSQL refuses to run as root. Where we are root, a user namespace of its own makes the
 * server see an ordinary user while files stay ours; where namespaces are forbidden the server runs
 * as {@code nobody} and owns its data folder.
 */
final class Unprivileged {
  private static final int NOBODY = 65_534;

  private enum Way {
    DIRECT,
    NAMESPACE,
    NOBODY_USER
  }

  private static final class Detected {
    static final Way WAY = detect();
  }

  private Unprivileged() {}

  static List<String> command(List<String> command, Path dataFolder) {
    return switch (Detected.WAY) {
      case DIRECT -> command;
      case NAMESPACE -> prefixed(List.of("unshare", "-U", "--"), command);
      case NOBODY_USER -> {
        own(dataFolder);
        String id = Integer.toString(NOBODY);
        yield prefixed(
            List.of("setpriv", "--reuid", id, "--regid", id, "--clear-groups", "--"), command);
      }
    };
  }

  private static List<String> prefixed(List<String> prefix, List<String> command) {
    List<String> all = new ArrayList<>(prefix);
    all.addAll(command);
    return all;
  }

  private static Way detect() {
    if (!"root".equals(System.getProperty("user.name"))) {
      return Way.DIRECT;
    }
    return succeeds(List.of("unshare", "-U", "--", "true")) ? Way.NAMESPACE : Way.NOBODY_USER;
  }

  private static boolean succeeds(List<String> command) {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(5, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static void own(Path folder) {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.toList()) {
        Files.setAttribute(path, "unix:uid", NOBODY);
        Files.setAttribute(path, "unix:gid", NOBODY);
      }
    } catch (IOException e) {
      throw new InfraException("could not hand the data folder to an unprivileged user", e);
    }
  }
}
