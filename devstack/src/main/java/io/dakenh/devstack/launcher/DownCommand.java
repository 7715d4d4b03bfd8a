package io.dakenh.devstack.launcher;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Stops a suite that runs in another shell or detached. */
@Command(name = "down", description = "stop everything; data is kept")
final class DownCommand implements Callable<Integer> {
  private static final int LIMIT_SECONDS = 120;

  @Mixin private final CommonOptions common = new CommonOptions();

  @Override
  public Integer call() {
    stop(common.layout(), Launcher.progress());
    return 0;
  }

  static void stop(Layout layout, Progress progress) {
    Optional<SuiteState> state = new StateFile(layout.stateFile()).read();
    if (state.isEmpty()) {
      progress.plain("Nothing runs on " + layout.data());
      return;
    }
    Optional<ProcessHandle> supervisor =
        Processes.find(state.get().supervisorPid(), state.get().supervisorStartedAtMillis());
    supervisor.ifPresent(DownCommand::end);
    // What a supervisor that was killed could not stop any more.
    List<String> left =
        new StateFile(layout.stateFile()).read().map(Leftovers::stop).orElse(List.of());
    progress.plain(
        supervisor.isEmpty() && left.isEmpty()
            ? "Nothing runs on " + layout.data()
            : "Stopped; data is kept in " + layout.data());
  }

  private static void end(ProcessHandle supervisor) {
    supervisor.destroy();
    try {
      supervisor.onExit().get(LIMIT_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new LauncherException(
          "the supervisor, process " + supervisor.pid() + ", did not end within two minutes", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("the end of the supervisor cannot be told", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
