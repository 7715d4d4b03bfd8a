package io.dakenh.devstack.launcher;

import io.dakenh.devstack.infra.ChildProcess;
import io.dakenh.devstack.infra.InfraException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The ahead-of-time cache of one service: what a training run loaded and linked, so that the next
 * start need not. It fits only the very jar, JVM and options it was made with, so all of them are
 * part of its stamp.
 */
final class AotCache {
  private static final Duration START_LIMIT = Duration.ofSeconds(90);
  private static final Duration WRITE_LIMIT = Duration.ofSeconds(120);

  private final Path jar;
  private final Path cache;
  private final Path stampFile;

  AotCache(Path jar) {
    this.jar = jar;
    this.cache = jar.resolveSibling("service.aot");
    this.stampFile = jar.resolveSibling("service.aot.stamp");
  }

  /** The option that uses the cache. */
  String option() {
    return "-XX:AOTCache=" + cache;
  }

  boolean fresh(List<String> options) {
    try {
      return Files.exists(cache)
          && Files.exists(stampFile)
          && Files.readString(stampFile).equals(stamp(options));
    } catch (IOException e) {
      return false;
    }
  }

  private String stamp(List<String> options) throws IOException {
    return String.join(
        "\n",
        System.getProperty("java.vm.version"),
        jar.toString(),
        Long.toString(Files.size(jar)),
        Files.getLastModifiedTime(jar).toString(),
        String.join(" ", options));
  }

  /**
   * Runs the service once, asks it a few things, and lets the JVM write the cache when it ends.
   *
   * @return why there is no cache now, or null
   */
  @Nullable String train(
      String name,
      List<String> options,
      Path folder,
      Map<String, String> environment,
      Path log,
      List<String> urls,
      Consumer<ChildProcess> running) {
    Path fresh = jar.resolveSibling("service.aot.new");
    List<String> command = new java.util.ArrayList<>(options);
    // Profiles of a run this short help little and take memory in every later run.
    command.addAll(
        List.of(
            "-XX:+UnlockDiagnosticVMOptions",
            "-XX:-AOTRecordTraining",
            "-XX:AOTCacheOutput=" + fresh,
            "-jar",
            jar.toString()));
    try {
      Files.deleteIfExists(fresh);
      Files.deleteIfExists(stampFile);
      ChildProcess process =
          ChildProcess.start(name + " (training)", command, folder, environment, log);
      running.accept(process);
      process.await(() -> Probe.ok(urls.getFirst()), START_LIMIT);
      urls.forEach(Probe::status);
      process.handle().destroy();
      process.handle().onExit().get(WRITE_LIMIT.toSeconds(), TimeUnit.SECONDS);
      if (!Files.exists(fresh)) {
        return "the JVM wrote no cache; see " + log;
      }
      Files.move(fresh, cache, StandardCopyOption.REPLACE_EXISTING);
      Files.writeString(stampFile, stamp(options), StandardCharsets.UTF_8);
      return null;
    } catch (IOException | InfraException | ExecutionException | TimeoutException e) {
      return e.getMessage();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "interrupted";
    }
  }
}
