package io.dakenh.benchmarks.bootstrap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs wrk, the load generator, and reads what it prints. */
final class Wrk {
  private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([\\d.]+)");
  private static final Pattern P99 = Pattern.compile("99%\\s+([\\d.]+)(us|ms|s)");
  private static final Pattern FAULTS =
      Pattern.compile("Non-2xx or 3xx responses: (\\d+)|Socket errors: (.+)");
  private static final Map<String, Double> MILLISECONDS = Map.of("us", 0.001, "ms", 1.0, "s", 1e3);
  private static final int CONNECTIONS = 16;

  private Wrk() {}

  /**
   * Loads an address from one thread over 16 connections.
   *
   * @param headers sent with every request
   */
  static Load run(String url, int seconds, List<String> headers) {
    List<String> options = new ArrayList<>();
    headers.forEach(header -> options.addAll(List.of("-H", header)));
    return run(url, seconds, options.toArray(String[]::new));
  }

  /** The same where a script says what is asked for. */
  static Load script(String url, int seconds, Path script) {
    return run(url, seconds, "-s", script.toString());
  }

  private static Load run(String url, int seconds, String... options) {
    List<String> command = new ArrayList<>(List.of("wrk", "-t1", "-c" + CONNECTIONS, "--latency"));
    command.add("-d" + seconds + "s");
    command.addAll(List.of(options));
    command.add(url);
    String printed = printed(command);
    Matcher faults = FAULTS.matcher(printed);
    if (faults.find()) {
      throw new IllegalStateException(url + ": " + faults.group());
    }
    Matcher rate = RATE.matcher(printed);
    Matcher p99 = P99.matcher(printed);
    if (!rate.find() || !p99.find()) {
      throw new IllegalStateException("wrk printed no figures: " + printed);
    }
    return new Load(
        Double.parseDouble(rate.group(1)),
        Double.parseDouble(p99.group(1)) * MILLISECONDS.getOrDefault(p99.group(2), 1.0));
  }

  private static String printed(List<String> command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException("wrk failed: " + printed);
      }
      return printed;
    } catch (IOException e) {
      throw new UncheckedIOException("wrk cannot be run; install it (apt-get install wrk)", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
