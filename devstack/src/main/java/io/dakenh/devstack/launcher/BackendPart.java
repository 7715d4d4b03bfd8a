package io.dakenh.devstack.launcher;

import io.dakenh.devstack.infra.Backend;
import io.dakenh.devstack.launcher.supervisor.Part;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/** A server of the infrastructure as a part of the suite. */
final class BackendPart implements Part {
  private static final int TAIL_LINES = 15;

  private final Backend backend;
  private final int port;
  private final boolean ours;
  private final Runnable prepare;
  private boolean prepared;

  /**
   * Wraps a backend.
   *
   * @param ours whether it is a process of this machine that we start
   * @param prepare done each time it was started, before others may use it; may be repeated
   */
  BackendPart(Backend backend, int port, boolean ours, Runnable prepare) {
    this.backend = backend;
    this.port = port;
    this.ours = ours;
    this.prepare = prepare;
  }

  @Override
  public String name() {
    return backend.name();
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public Set<String> needs() {
    return Set.of();
  }

  @Override
  public int layer() {
    return ProcessPart.INFRASTRUCTURE;
  }

  @Override
  public boolean ours() {
    return ours;
  }

  @Override
  public synchronized void start() {
    prepared = false;
    backend.start();
  }

  @Override
  public synchronized boolean ready() {
    if (!backend.ready()) {
      return false;
    }
    if (!prepared) {
      prepare.run();
      prepared = true;
    }
    return true;
  }

  @Override
  public void stop() {
    backend.stop();
  }

  @Override
  public OptionalLong pid() {
    return backend.pid();
  }

  @Override
  public Optional<Path> log() {
    return backend.logFile();
  }

  @Override
  public String lastLines() {
    return backend.logFile().map(file -> tail(file, TAIL_LINES)).orElse("(no log here)");
  }

  /** The last lines of a file. */
  static String tail(Path file, int count) {
    try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
      List<String> all = lines.toList();
      return String.join("\n", all.subList(Math.max(0, all.size() - count), all.size()));
    } catch (IOException e) {
      return "(no log: " + e.getMessage() + ")";
    }
  }
}
