package io.dakenh.devstack.infra;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** PostgreSQL 18 as a process, reached by trust on the loopback address only. */
public final class EmbeddedPostgres extends ProcessBackend implements PostgresBackend {
  /** How much a crash of the machine may cost. */
  public enum Durability {
    /** Every commit is on the disk before it is answered. */
    SAFE,
    /** No fsync: only for data that dies with the test. */
    THROWAWAY
  }

  private final RuntimeFiles files;
  private final Path dataFolder;
  private final int port;
  private final Durability durability;

  /**
   * Describes a server; {@code start} makes its data folder when it is not there.
   *
   * @param logFile where its output goes
   */
  public EmbeddedPostgres(
      RuntimeFiles files, Path dataFolder, Path logFile, int port, Durability durability) {
    super(logFile);
    this.files = files;
    this.dataFolder = dataFolder.toAbsolutePath();
    this.port = port;
    this.durability = durability;
  }

  @Override
  ChildProcess launch(Path logFile) {
    Path home = PostgresBinaries.unpacked(files);
    new PostgresCluster(home, files.cache(), logFile).ensure(dataFolder, durability);
    removeStaleLock();
    List<String> command =
        new ArrayList<>(
            List.of(
                home.resolve("bin/postgres").toString(),
                "-D",
                dataFolder.toString(),
                "-p",
                Integer.toString(port)));
    // Loopback TCP only: no socket folder to choose, nothing reachable from outside.
    command.addAll(
        List.of("-c", "listen_addresses=" + Ports.LOOPBACK, "-c", "unix_socket_directories="));
    command.addAll(PostgresSettings.options(durability));
    return ChildProcess.start(
        name(), Unprivileged.command(command, dataFolder), dataFolder, Map.of(), logFile);
  }

  /** A fast shutdown: the default one would wait until every client has gone. */
  @Override
  void askToEnd(long pid) {
    Signals.INT.send(pid);
  }

  /**
   * After kill -9 the lock file names a process that is gone, or whose number another program has
   * now; PostgreSQL would refuse to start in the second case.
   */
  private void removeStaleLock() {
    Path lock = dataFolder.resolve("postmaster.pid");
    try {
      if (!Files.exists(lock)) {
        return;
      }
      long pid = Long.parseLong(Files.readAllLines(lock).getFirst().strip());
      if (servedBy(pid)) {
        throw new InfraException("PostgreSQL already runs on this data folder as process " + pid);
      }
      Files.delete(lock);
    } catch (IOException e) {
      throw new InfraException("could not read the lock of the data folder", e);
    }
  }

  private boolean servedBy(long pid) {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .map(handle -> handle.info().commandLine().orElse(""))
        .filter(line -> line.contains("postgres") && line.contains(dataFolder.toString()))
        .isPresent();
  }

  @Override
  public String host() {
    return Ports.LOOPBACK;
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public String username() {
    return PostgresCluster.SUPERUSER;
  }

  @Override
  public String password() {
    return "postgres";
  }
}
