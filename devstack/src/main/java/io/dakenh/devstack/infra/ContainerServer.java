package io.dakenh.devstack.infra;

import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.Volume;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * A server in a container on a port chosen beforehand. Its data lives in a volume named after the
 * data folder, or dies with it in tests.
 */
abstract class ContainerServer implements Backend {
  private final DockerImageName image;
  private final int hostPort;
  private final int containerPort;
  private final @Nullable String volume;
  private final String volumePath;
  private @Nullable GenericContainer<?> container;

  /**
   * Describes a container.
   *
   * @param keptAt the folder that names the volume; none: nothing outlives the container
   */
  ContainerServer(
      String image, int hostPort, int containerPort, @Nullable Path keptAt, String volumePath) {
    this.image = DockerImageName.parse(image);
    this.hostPort = hostPort;
    this.containerPort = containerPort;
    this.volume = keptAt == null ? null : volumeName(keptAt);
    this.volumePath = volumePath;
  }

  private static String volumeName(Path folder) {
    byte[] path = folder.toAbsolutePath().toString().getBytes(StandardCharsets.UTF_8);
    return "dakenh-" + folder.toFile().getName() + "-" + UUID.nameUUIDFromBytes(path);
  }

  /** Environment and command. */
  abstract void configure(GenericContainer<?> described);

  /** The container as it will be started. */
  final GenericContainer<?> describe() {
    GenericContainer<?> described = new GenericContainer<>(image);
    described.withExposedPorts(containerPort);
    described.setPortBindings(List.of(hostPort + ":" + containerPort));
    String name = volume;
    if (name != null) {
      described.withCreateContainerCmdModifier(
          command -> {
            HostConfig host =
                Objects.requireNonNullElseGet(command.getHostConfig(), HostConfig::new);
            command.withHostConfig(host.withBinds(new Bind(name, new Volume(volumePath))));
          });
    }
    configure(described);
    return described;
  }

  final String image() {
    return image.asCanonicalNameString();
  }

  final Optional<String> volume() {
    return Optional.ofNullable(volume);
  }

  final int hostPort() {
    return hostPort;
  }

  @Override
  public final synchronized void start() {
    GenericContainer<?> current = container;
    if (current == null || !current.isRunning()) {
      GenericContainer<?> next = describe();
      next.start();
      container = next;
    }
  }

  @Override
  public final void awaitReady(Duration atMost) {
    Patience.awaitReady(this, image.asCanonicalNameString(), atMost);
  }

  @Override
  public final synchronized void stop() {
    GenericContainer<?> current = container;
    if (current != null) {
      current.stop();
      container = null;
    }
  }

  @Override
  public final OptionalLong pid() {
    return OptionalLong.empty();
  }

  @Override
  public final Optional<Path> logFile() {
    return Optional.empty();
  }
}
