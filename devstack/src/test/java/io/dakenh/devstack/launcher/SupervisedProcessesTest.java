package io.dakenh.devstack.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.dakenh.devstack.infra.Ports;
import io.dakenh.devstack.launcher.supervisor.Backoff;
import io.dakenh.devstack.launcher.supervisor.FakeServer;
import io.dakenh.devstack.launcher.supervisor.Part;
import io.dakenh.devstack.launcher.supervisor.PartFailedException;
import io.dakenh.devstack.launcher.supervisor.PartState;
import io.dakenh.devstack.launcher.supervisor.PartStatus;
import io.dakenh.devstack.launcher.supervisor.Supervisor;
import io.dakenh.devstack.launcher.supervisor.SupervisorListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The supervisor over real processes that are quick to start. */
class SupervisedProcessesTest {
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final Backoff QUICK =
      new Backoff(Duration.ofMillis(20), Duration.ofMillis(100), Duration.ofSeconds(30));

  @TempDir private Path folder;
  private final Recorder recorder = new Recorder();

  private record Death(String part, String lastLines) {}

  private static final class Recorder implements SupervisorListener {
    final ConcurrentLinkedQueue<String> readiness = new ConcurrentLinkedQueue<>();
    final ConcurrentLinkedQueue<Death> deaths = new ConcurrentLinkedQueue<>();

    @Override
    public void changed(PartStatus status) {
      if (status.state() == PartState.READY) {
        readiness.add(status.name());
      }
    }

    @Override
    public void died(PartStatus status, String lastLines, long restartInMillis) {
      deaths.add(new Death(status.name(), lastLines));
    }
  }

  private final class Fake extends ProcessPart {
    private final List<String> extra;

    Fake(String name, int layer, Set<String> needs, String... extra) {
      this(name, Ports.free(), layer, needs, extra);
    }

    private Fake(String name, int port, int layer, Set<String> needs, String... extra) {
      super(
          new Description(
              name,
              port,
              layer,
              needs,
              folder,
              Map.of(),
              folder.resolve(name + ".log"),
              () -> Probe.ok("http://127.0.0.1:" + port + "/")));
      this.extra = List.of(extra);
    }

    @Override
    List<String> command() {
      List<String> command =
          new ArrayList<>(
              List.of(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xmx32m",
                  "-XX:+UseSerialGC",
                  "-XX:TieredStopAtLevel=1",
                  "-cp",
                  System.getProperty("java.class.path"),
                  FakeServer.class.getName(),
                  name(),
                  Integer.toString(port()),
                  folder.resolve("ended").toString()));
      command.addAll(extra);
      return command;
    }
  }

  private Supervisor supervise(Part... parts) {
    return new Supervisor(List.of(parts), 2, QUICK, recorder);
  }

  private static PartStatus status(Supervisor supervisor, String name) {
    return supervisor.status().stream()
        .filter(status -> status.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static long pid(Supervisor supervisor, String name) {
    return Objects.requireNonNull(status(supervisor, name).pid());
  }

  @Test
  void startsAPartWhenThoseItNeedsAreReady() {
    try (Supervisor supervisor =
        supervise(
            new Fake("service", 1, Set.of("store")),
            new Fake("store", 0, Set.of()),
            new Fake("edge", 2, Set.of("service")))) {
      supervisor.start();

      assertThat(recorder.readiness).containsExactly("store", "service", "edge");
      assertThat(supervisor.status())
          .allSatisfy(
              status -> {
                assertThat(status.state()).isEqualTo(PartState.READY);
                assertThat(status.startupMillis()).isPositive();
                assertThat(status.restarts()).isZero();
              });
    }
  }

  @Test
  void stopsHigherLayersFirstAndLeavesNothingBehind() throws IOException {
    List<Long> pids;
    try (Supervisor supervisor =
        supervise(
            new Fake("store", 0, Set.of()),
            new Fake("service", 1, Set.of("store")),
            new Fake("edge", 2, Set.of()))) {
      supervisor.start();
      pids = supervisor.status().stream().map(PartStatus::pid).toList();
    }

    assertThat(Files.readAllLines(folder.resolve("ended")))
        .containsExactly("edge", "service", "store");
    assertThat(pids).allSatisfy(pid -> assertThat(ProcessHandle.of(pid)).isEmpty());
  }

  @Test
  void startsAPartAgainAfterKillMinusNine() {
    try (Supervisor supervisor =
        supervise(new Fake("store", 0, Set.of()), new Fake("service", 1, Set.of("store")))) {
      supervisor.start();
      long killed = pid(supervisor, "service");
      long untouched = pid(supervisor, "store");

      ProcessHandle.of(killed).orElseThrow().destroyForcibly();

      await()
          .atMost(LIMIT)
          .untilAsserted(
              () -> {
                PartStatus now = status(supervisor, "service");
                assertThat(now.restarts()).isEqualTo(1);
                assertThat(now.state()).isEqualTo(PartState.READY);
                assertThat(now.pid()).isNotNull().isNotEqualTo(killed);
              });
      assertThat(pid(supervisor, "store")).isEqualTo(untouched);
      assertThat(recorder.deaths)
          .singleElement()
          .satisfies(
              death -> {
                assertThat(death.part()).isEqualTo("service");
                assertThat(death.lastLines()).contains("service listens");
              });
    }
  }

  @Test
  void givesUpOnAPartThatNeverStartsAndTellsItsLastLines() {
    try (Supervisor supervisor =
        supervise(
            new Fake("store", 0, Set.of(), "the disk is on fire"),
            new Fake("service", 1, Set.of("store")))) {
      assertThatThrownBy(supervisor::start)
          .isInstanceOf(PartFailedException.class)
          .hasMessageContaining("store")
          .hasMessageContaining("the disk is on fire");

      assertThat(status(supervisor, "store").state()).isEqualTo(PartState.FAILED);
      assertThat(status(supervisor, "service").pid()).isNull();
    }
  }

  @Test
  void canBeStoppedWhileStarting() throws Exception {
    Supervisor supervisor =
        supervise(
            new Fake("store", 0, Set.of()),
            new Fake("service", 1, Set.of("store")),
            new Fake("edge", 2, Set.of("service")));
    Thread starting =
        Thread.ofPlatform()
            .start(
                () ->
                    assertThatThrownBy(supervisor::start).isInstanceOf(PartFailedException.class));
    await().atMost(LIMIT).until(() -> recorder.readiness.contains("store"));

    supervisor.close();

    starting.join(LIMIT);
    assertThat(starting.isAlive()).isFalse();
    assertThat(supervisor.status())
        .allSatisfy(
            status -> {
              assertThat(status.state()).isEqualTo(PartState.STOPPED);
              assertThat(status.pid()).isNull();
            });
  }

  @Test
  void refusesAPartThatNeedsOneThatIsNotThere() {
    assertThatThrownBy(() -> supervise(new Fake("service", 1, Set.of("store"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("service");
  }

  @Test
  void findsAndStopsWhatAKilledSupervisorLeft() {
    Fake store = new Fake("postgres", 0, Set.of());
    Fake service = new Fake("livetalk", 2, Set.of("postgres"));
    try (Supervisor supervisor = supervise(store, service)) {
      supervisor.start();
      List<PartStatus> parts = supervisor.status();
      StateFile file = new StateFile(folder.resolve("run/state.json"));
      file.write(
          new SuiteState(
              SuiteState.Phase.READY,
              1,
              0,
              8080,
              "http://localhost:8080",
              "embedded",
              1L,
              parts,
              null));
      SuiteState state = file.read().orElseThrow();
      // It would be started again otherwise: nobody supervises what is left.
      PartStatus reused =
          new PartStatus(
              "kafka", PartState.READY, 1, ProcessHandle.current().pid(), 7L, 1L, 0, null);
      List<PartStatus> withReusedNumber = new ArrayList<>(state.parts());
      withReusedNumber.add(reused);

      List<String> stopped =
          Leftovers.stop(
              new SuiteState(
                  state.phase(),
                  1,
                  0,
                  8080,
                  state.publicUrl(),
                  "embedded",
                  1L,
                  withReusedNumber,
                  null));

      assertThat(stopped).containsExactly("livetalk", "postgres");
      assertThat(parts)
          .allSatisfy(
              part ->
                  assertThat(
                          Processes.find(
                              Objects.requireNonNull(part.pid()), part.processStartedAtMillis()))
                      .isEmpty());
    }
  }
}
