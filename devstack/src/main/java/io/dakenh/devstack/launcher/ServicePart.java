package io.dakenh.devstack.launcher;

import io.dakenh.devstack.infra.ChildProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** One of the six services, run from its jar with its ahead-of-time cache. */
final class ServicePart extends ProcessPart {
  private static final Duration TRAINING_GRACE = Duration.ofSeconds(2);

  private final Path jar;
  private final int heapMegabytes;
  private final boolean ahead;
  private final Progress progress;
  private final AtomicReference<@Nullable ChildProcess> training = new AtomicReference<>();

  /**
   * Describes a service.
   *
   * @param ahead whether to train and use an ahead-of-time cache
   */
  ServicePart(
      Description description, Path jar, int heapMegabytes, boolean ahead, Progress progress) {
    super(description);
    this.jar = jar;
    this.heapMegabytes = heapMegabytes;
    this.ahead = ahead;
    this.progress = progress;
  }

  @Override
  List<String> command() {
    List<String> options = JavaCommand.base(heapMegabytes);
    options.add("-Djava.util.logging.manager=org.jboss.logmanager.LogManager");
    List<String> command = new java.util.ArrayList<>(options);
    if (ahead) {
      AotCache cache = new AotCache(jar);
      if (cache.fresh(options) || trained(cache, options)) {
        command.add(cache.option());
      }
    }
    command.addAll(List.of("-jar", jar.toString()));
    return command;
  }

  private boolean trained(AotCache cache, List<String> options) {
    progress.note(name() + ": training its ahead-of-time cache (once per build)");
    String base = "http://127.0.0.1:" + port();
    @Nullable String problem =
        cache.train(
            name(),
            options,
            description().folder(),
            description().environment(),
            description().log(),
            List.of(
                base + "/q/health/ready",
                base + "/q/health/live",
                base + "/q/openapi",
                base + "/q/metrics",
                base + "/",
                base + "/api/v1/me",
                base + "/api/v1/none"),
            training::set);
    @Nullable ChildProcess left = training.getAndSet(null);
    if (left != null && left.alive()) {
      end(left);
    }
    if (problem != null) {
      progress.warn(name() + ": goes without its ahead-of-time cache: " + problem);
    }
    return problem == null;
  }

  @Override
  public void stop() {
    @Nullable ChildProcess current = training.get();
    if (current != null) {
      end(current);
    }
    super.stop();
  }

  /** The JVM writes its cache in a process of its own. */
  private static void end(ChildProcess process) {
    process.handle().descendants().forEach(ProcessHandle::destroyForcibly);
    process.stop(TRAINING_GRACE);
  }
}
