package io.dakenh.benchmarks.limit;

import io.dakenh.benchmarks.driver.Endpoint;
import io.dakenh.benchmarks.driver.Target;
import io.dakenh.devstack.infra.Backend;
import io.dakenh.devstack.infra.ChildProcess;
import io.dakenh.devstack.infra.EmbeddedPostgres.Durability;
import io.dakenh.devstack.infra.InfraMode;
import io.dakenh.devstack.infra.Infrastructure;
import io.dakenh.devstack.infra.Ports;
import io.dakenh.devstack.infra.PostgresBackend;
import io.dakenh.devstack.infra.RuntimeFiles;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A bare limit as a process of its own, with PostgreSQL beside it when it is durable. */
public final class LimitTarget implements Target {
  private static final Duration READY = Duration.ofSeconds(60);
  private static final Duration GRACE = Duration.ofSeconds(5);

  private final String name;
  private final ChildProcess relay;
  private final int port;
  private final @Nullable Backend postgres;

  private LimitTarget(String name, ChildProcess relay, int port, @Nullable Backend postgres) {
    this.name = name;
    this.relay = relay;
    this.port = port;
    this.postgres = postgres;
  }

  /** Vert.x and nothing else. */
  public static LimitTarget relay(Path folder) {
    int port = Ports.free();
    ChildProcess relay = startRelay("relay", folder, List.of(Integer.toString(port)));
    relay.await(() -> Ports.accepts(port), READY);
    return new LimitTarget("relay", relay, port, null);
  }

  /** Vert.x and one writer on a PostgreSQL that fsyncs. */
  public static LimitTarget durableRelay(Path folder) {
    PostgresBackend postgres =
        new Infrastructure(InfraMode.EMBEDDED, RuntimeFiles.current(), folder, folder)
            .postgres(Durability.SAFE);
    postgres.start();
    postgres.awaitReady(READY);
    postgres.ensureDatabase("relay", "relay", "relay");
    int port = Ports.free();
    ChildProcess relay =
        startRelay(
            "durable relay",
            folder,
            List.of(Integer.toString(port), postgres.jdbcUrl("relay"), "relay", "relay"));
    relay.await(() -> Ports.accepts(port), READY);
    return new LimitTarget("durable relay", relay, port, postgres);
  }

  private static ChildProcess startRelay(String name, Path folder, List<String> arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-Xmx512m",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                RelayServer.class.getName()));
    command.addAll(arguments);
    Path log = folder.resolve(name.replace(' ', '-') + ".log");
    // The class path may be relative to where we were started.
    return ChildProcess.start(name, command, Path.of("").toAbsolutePath(), Map.of(), log);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Rooms rooms(int rooms, int agents) {
    List<Room> places = new ArrayList<>();
    for (int room = 0; room < rooms; room++) {
      places.add(
          new Room(
              Integer.toString(room),
              endpoint("/visitor?room=" + room + "&agent=" + room % agents)));
    }
    List<Endpoint> desks = new ArrayList<>();
    for (int agent = 0; agent < agents; agent++) {
      desks.add(endpoint("/agent?room=0&agent=" + agent));
    }
    return new Rooms(places, desks);
  }

  private Endpoint endpoint(String path) {
    return new Endpoint(
        new InetSocketAddress(InetAddress.ofLiteral(Ports.LOOPBACK), port), path, null, null);
  }

  @Override
  public Set<Long> serverPids() {
    Set<Long> pids = new HashSet<>(Set.of(relay.pid()));
    if (postgres != null) {
      postgres.pid().ifPresent(pids::add);
    }
    return pids;
  }

  @Override
  public void close() {
    relay.stop(GRACE);
    if (postgres != null) {
      postgres.stop();
    }
  }
}
