package io.dakenh.benchmarks.bootstrap;

import io.dakenh.benchmarks.report.Spread;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One business asked over and over, beside many asked in turn.
 *
 * @param ratio requests per second with many over those with one, pair by pair; 1 means that their
 *     number changes nothing
 */
public record CrowdFigures(
    int businesses,
    Spread oneRequestsPerSecond,
    Spread allRequestsPerSecond,
    Spread allLatencyP99Milliseconds,
    Spread ratio) {

  /** Takes turns: one, all of them. The load generator does the same work in both. */
  public static CrowdFigures measure(
      URI service, String key, List<String> keys, Path scratch, int pairs, int seconds) {
    Path one = script(scratch.resolve("one.lua"), List.of(key));
    Path all = script(scratch.resolve("all.lua"), keys);
    String url = service.toString();
    Wrk.script(url, 2 * seconds, all);
    List<Load> ofOne = new ArrayList<>();
    List<Load> ofAll = new ArrayList<>();
    List<Double> ratios = new ArrayList<>();
    for (int pair = 0; pair < pairs; pair++) {
      ofOne.add(Wrk.script(url, seconds, one));
      ofAll.add(Wrk.script(url, seconds, all));
      ratios.add(ofAll.getLast().requestsPerSecond() / ofOne.getLast().requestsPerSecond());
    }
    return new CrowdFigures(
        keys.size(),
        Spread.of(ofOne.stream().map(Load::requestsPerSecond).toList()),
        Spread.of(ofAll.stream().map(Load::requestsPerSecond).toList()),
        Spread.of(ofAll.stream().map(Load::latencyP99Milliseconds).toList()),
        Spread.of(ratios));
  }

  private static Path script(Path file, List<String> keys) {
    String list = keys.stream().map(key -> "\"" + key + "\"").collect(Collectors.joining(","));
    try {
      return Files.writeString(
          file,
          """
          local keys = {KEYS}
          local headers = {["Accept-Encoding"] = "br"}
          local requests = {}
          local turn = 0
          init = function(arguments)
            for i, key in ipairs(keys) do
              requests[i] = wrk.format("GET", "/api/v1/public/widgets/" .. key, headers)
            end
          end
          request = function()
            turn = turn % #requests + 1
            return requests[turn]
          end
          """
              .replace("KEYS", list),
          StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("no script for wrk", e);
    }
  }
}
