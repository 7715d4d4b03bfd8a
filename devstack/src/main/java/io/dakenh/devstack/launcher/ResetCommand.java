package io.dakenh.devstack.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Stops a suite and removes its data. */
@Command(name = "reset", description = "stop everything and remove its data")
final class ResetCommand implements Callable<Integer> {
  @Mixin private final CommonOptions common = new CommonOptions();

  @Override
  public Integer call() {
    Layout layout = common.layout();
    Progress progress = Launcher.progress();
    DownCommand.stop(layout, progress);
    for (Path owned : layout.owned()) {
      remove(owned);
    }
    progress.plain("Removed the data in " + layout.data());
    return 0;
  }

  private static void remove(Path path) {
    if (!Files.exists(path)) {
      return;
    }
    // Links are removed, never followed: Keycloak's home links into the cache.
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
