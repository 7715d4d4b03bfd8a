package io.dakenh.devstack.launcher;

import java.nio.file.Path;
import java.util.concurrent.Callable;
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
      Folders.remove(owned);
    }
    progress.plain("Removed the data in " + layout.data());
    return 0;
  }
}
