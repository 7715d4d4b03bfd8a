package io.dakenh.deploy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of all metrics services publish: ours from their sources, the framework's as recorded. */
final class PublishedMetrics {
  private static final String FRAMEWORK = "framework-metrics.txt";

  /** Micrometer's names by the way a meter is made, and what Prometheus makes of each. */
  private enum Kind {
    COUNTER("(?:counter|Counter\\.builder)", List.of("_total")),
    TIMER(
        "(?:timer|Timer\\s*\\.builder)", List.of("_seconds_count", "_seconds_sum", "_seconds_max")),
    HISTOGRAM("Timer\\s*\\.builder", "[^;]*?serviceLevelObjectives", List.of("_seconds_bucket")),
    SUMMARY("summary", List.of("_count", "_sum", "_max")),
    GAUGE("(?:gauge|gaugeCollectionSize|Gauge\\.builder)", List.of(""));

    private final Pattern made;
    private final List<String> endings;

    Kind(String call, List<String> endings) {
      this(call, "", endings);
    }

    Kind(String call, String then, List<String> endings) {
      this.made = Pattern.compile("\\b" + call + "\\(\\s*\"(dakenh[._][a-z._]+)\"" + then);
      this.endings = endings;
    }
  }

  private PublishedMetrics() {}

  static Set<String> ours() {
    Set<String> names = new TreeSet<>();
    List<Path> folders =
        java.util.stream.Stream.concat(
                java.util.Arrays.stream(ServiceChart.values()).map(ServiceChart::module),
                java.util.stream.Stream.of("platform/core", "platform/relational"))
            .map(module -> Repository.ROOT.resolve(module).resolve("src/main/java"))
            .toList();
    for (Path folder : folders) {
      for (Path source : Repository.files(folder, ".java")) {
        String text = Repository.text(source);
        for (Kind kind : Kind.values()) {
          Matcher made = kind.made.matcher(text);
          while (made.find()) {
            String name = made.group(1).replace('.', '_');
            kind.endings.forEach(ending -> names.add(name + ending));
          }
        }
      }
    }
    return names;
  }

  static Set<String> frameworks() {
    try (InputStream stream =
            Objects.requireNonNull(PublishedMetrics.class.getResourceAsStream(FRAMEWORK));
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return new TreeSet<>(reader.lines().filter(line -> !line.startsWith("#")).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
