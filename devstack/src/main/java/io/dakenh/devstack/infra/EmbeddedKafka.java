package io.dakenh.devstack.infra;

import io.dakenh.devstack.infra.process.KafkaNode;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** One Kafka broker that is its own controller (KRaft), as a process. */
public final class EmbeddedKafka extends ProcessBackend implements KafkaBackend {
  private static final int HEAP_MEGABYTES = 256;

  private final RuntimeFiles files;
  private final Path dataFolder;
  private final int port;
  private final int controllerPort;
  private @Nullable JavaProcess java;

  /**
   * Describes a broker; {@code start} formats its storage when it is new.
   *
   * @param controllerPort a second port, used by the broker to talk to itself
   * @param logFile where its output goes
   */
  public EmbeddedKafka(
      RuntimeFiles files, Path dataFolder, Path logFile, int port, int controllerPort) {
    super(logFile);
    this.files = files;
    this.dataFolder = dataFolder.toAbsolutePath();
    this.port = port;
    this.controllerPort = controllerPort;
  }

  @Override
  ChildProcess launch(Path logFile) {
    Path settings = writeSettings();
    List<String> command =
        java()
            .command(
                List.of(
                    "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                    "-Dorg.slf4j.simpleLogger.showDateTime=true"),
                KafkaNode.class,
                List.of(settings.toString(), dataFolder.resolve("log").toString()));
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

  private Path writeSettings() {
    Properties settings = new Properties();
    String address = Ports.LOOPBACK + ":";
    settings.putAll(
        Map.of(
            "node.id",
            "1",
            "process.roles",
            "broker,controller",
            "controller.quorum.voters",
            "1@" + address + controllerPort,
            "controller.listener.names",
            "CONTROLLER",
            "listeners",
            "PLAINTEXT://" + address + port + ",CONTROLLER://" + address + controllerPort,
            "advertised.listeners",
            "PLAINTEXT://" + address + port,
            "listener.security.protocol.map",
            "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
            "log.dirs",
            dataFolder.resolve("log").toString()));
    settings.putAll(
        Map.of(
            "auto.create.topics.enable", "true",
            "num.partitions", "1",
            "offsets.topic.num.partitions", "4",
            "offsets.topic.replication.factor", "1",
            "transaction.state.log.num.partitions", "2",
            "transaction.state.log.replication.factor", "1",
            "transaction.state.log.min.isr", "1",
            "share.coordinator.state.topic.replication.factor", "1",
            "share.coordinator.state.topic.min.isr", "1",
            // Consumers of a development machine should not wait for more members to come.
            "group.initial.rebalance.delay.ms", "0"));
    settings.putAll(
        Map.of(
            "num.network.threads", "2",
            "num.io.threads", "4",
            "num.recovery.threads.per.data.dir", "1",
            "background.threads", "2",
            "log.cleaner.threads", "1",
            "log.cleaner.dedupe.buffer.size", "4194304",
            "log.segment.bytes", "67108864",
            "log.index.size.max.bytes", "1048576",
            "controlled.shutdown.enable", "false"));
    settings.putAll(
        Map.of(
            // After kill -9 the broker may come back as soon as its old session is over.
            "broker.session.timeout.ms", "3000",
            "broker.heartbeat.interval.ms", "1000"));
    try {
      Files.createDirectories(dataFolder);
      Path file = dataFolder.resolve("server.properties");
      try (Writer writer = Files.newBufferedWriter(file)) {
        settings.store(writer, null);
      }
      return file;
    } catch (IOException e) {
      throw new InfraException("could not write the broker's settings", e);
    }
  }

  @Override
  public String bootstrapServers() {
    return Ports.LOOPBACK + ":" + port;
  }
}
