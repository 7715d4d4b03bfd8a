package io.dakenh.benchmarks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dakenh.benchmarks.product.RunningSuite;
import io.dakenh.devstack.infra.RuntimeFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What every benchmark takes, and where its words go. */
final class BenchOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Option(names = "--json", description = "one JSON object as the last line")
  private boolean json;

  @Option(names = "--data", paramLabel = "DIR", description = "data folder of the suite")
  private @Nullable Path data;

  @Option(
      names = "--target",
      split = ",",
      defaultValue = "relay,durable,suite",
      description = "relay, durable, suite (default: all; the suite only when it runs)")
  private List<String> targets = List.of();

  @Option(names = "--through-gateway", description = "sockets through the development gateway")
  private boolean throughGateway;

  boolean wants(String target) {
    return targets.contains(target);
  }

  boolean throughGateway() {
    return throughGateway;
  }

  /** The suite, when it was asked for and runs. */
  Optional<RunningSuite> suite() {
    if (!wants("suite")) {
      return Optional.empty();
    }
    Optional<RunningSuite> suite = RunningSuite.in(dataFolder());
    if (suite.isEmpty()) {
      progress("no suite runs here (./dakenh up): only the bare limits are measured");
    }
    return suite;
  }

  /** Where the suite keeps its data. */
  Path dataFolder() {
    return data == null ? RuntimeFiles.current().root().resolve(".dakenh") : data;
  }

  /** A folder for the limits' data and logs. */
  Path scratch() {
    try {
      Path target = RuntimeFiles.current().root().resolve("benchmarks/target");
      Files.createDirectories(target);
      return Files.createTempDirectory(target, "limits-");
    } catch (IOException e) {
      throw new UncheckedIOException("no folder for the limits", e);
    }
  }

  void progress(String line) {
    PrintWriter errors = spec.commandLine().getErr();
    errors.println(line);
    errors.flush();
  }

  /** Lines for people, or one JSON object. */
  void result(List<String> lines, Object report) {
    PrintWriter output = spec.commandLine().getOut();
    try {
      if (json) {
        lines.forEach(this::progress);
        output.println(new ObjectMapper().writeValueAsString(report));
      } else {
        lines.forEach(output::println);
      }
      output.flush();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the report cannot be written", e);
    }
  }
}
