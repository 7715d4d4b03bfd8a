package io.dakenh.devstack.infra;

import io.dakenh.devstack.infra.process.MongoNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The MongoDB wire server with its H2 file store, as a process. */
public final class EmbeddedMongo extends ProcessBackend implements MongoBackend {
  private static final int HEAP_MEGABYTES = 96;

  private final RuntimeFiles files;
  private final Path dataFolder;
  private final int port;
  private @Nullable JavaProcess java;

  /** Describes a server; {@code start} makes its file. */
  public EmbeddedMongo(RuntimeFiles files, Path dataFolder, Path logFile, int port) {
    super(logFile);
    this.files = files;
    this.dataFolder = dataFolder.toAbsolutePath();
    this.port = port;
  }

  @Override
  ChildProcess launch(Path logFile) {
    try {
      Files.createDirectories(dataFolder);
    } catch (IOException e) {
      throw new InfraException("could not make the MongoDB data folder", e);
    }
    List<String> command =
        java()
            .command(
                List.of("-Dorg.slf4j.simpleLogger.defaultLogLevel=warn"),
                MongoNode.class,
                List.of(
                    Ports.LOOPBACK,
                    Integer.toString(port),
                    dataFolder.resolve("store.mv").toString()));
    return ChildProcess.start(name(), command, dataFolder, Map.of(), logFile);
  }

  @Override
  void ended() {
    java().ended();
  }

  private synchronized JavaProcess java() {
    JavaProcess made = java;
    if (made == null) {
      made = new JavaProcess(files, name(), HEAP_MEGABYTES);
      java = made;
    }
    return made;
  }

  @Override
  public boolean ready() {
    return Ports.accepts(port);
  }

  @Override
  public String connectionString() {
    return "mongodb://" + Ports.LOOPBACK + ":" + port;
  }
}
