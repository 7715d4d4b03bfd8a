package io.dakenh.devstack.launcher;

import io.dakenh.devstack.infra.InfraException;
import io.dakenh.devstack.infra.InfraMode;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts a suite and stays with it until told to stop. */
@Command(name = "up", description = "start everything and keep it running")
final class UpCommand implements Callable<Integer> {
  @Mixin private final CommonOptions common = new CommonOptions();

  @Option(
      names = "--infra",
      defaultValue = "embedded",
      description = "embedded, containers or external (default: embedded)")
  private String infra = "embedded";

  @Option(
      names = "--port-base",
      defaultValue = "" + PortPlan.DEFAULT_BASE,
      description = "the gateway's port; the others follow it (default: ${DEFAULT-VALUE})")
  private int portBase = PortPlan.DEFAULT_BASE;

  @Option(
      names = "--replicas",
      paramLabel = "N",
      defaultValue = "1",
      description = "processes of each service, or of some: livetalk=2 (default: 1)")
  private String replicas = "1";

  @Option(names = "--detach", description = "return when everything is ready")
  private boolean detach;

  @Option(names = "--no-aot", description = "neither train nor use ahead-of-time caches")
  private boolean noAot;

  @Option(names = "--no-seed", description = "without the demo tenant")
  private boolean noSeed;

  @Override
  public Integer call() {
    Layout layout = common.layout();
    Progress progress = Launcher.progress();
    Optional<SuiteState> running = new StateFile(layout.stateFile()).running();
    if (running.isPresent()) {
      progress.plain("It runs already, as process " + running.get().supervisorPid() + ".");
      progress.plain(Screen.text(running.get()));
      return 0;
    }
    try (RunningSuite suite =
        RunningSuite.prepare(
            layout,
            new PortPlan(portBase),
            Replicas.parse(replicas),
            InfraMode.parse(infra),
            !noAot,
            progress)) {
      if (!suite.start(!noSeed)) {
        return 1;
      }
      progress.plain(Screen.text(suite.state()));
      if (detach) {
        progress.plain(Launcher.READY_MARK);
        Launcher.letGoOfTerminal();
      }
      suite.awaitStop();
      return 0;
    } catch (InfraException | IllegalArgumentException e) {
      throw new LauncherException(e.getMessage(), e);
    }
  }
}
