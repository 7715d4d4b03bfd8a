package io.dakenh.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import com.marcnuri.helm.TemplateCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** The charts of the repository, linted and rendered by Helm from a copy without links. */
final class Charts {
  /** The chart of the whole suite. */
  static final String SUITE = "dakenh";

  /** Values files that are shipped with it. */
  static final List<String> VALUES_FILES =
      List.of("values-evaluation.yaml", "values-production.yaml");

  private static final Path WORK = Repository.DEPLOY.resolve("target/charts");
  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static final Map<String, Manifests> RENDERED = new ConcurrentHashMap<>();

  private Charts() {}

  /** Renders the suite with one of its values files; the same answer for the same file. */
  static Manifests shipped(String valuesFile) {
    return RENDERED.computeIfAbsent(valuesFile, file -> render(SUITE, values(file)));
  }

  /** Renders a chart as release {@code dakenh}. */
  static Manifests render(String chart, JsonNode values) {
    ApiServer cluster = ApiServer.shared();
    cluster.clear();
    return upgrade(chart, values);
  }

  /** The same with what is in the cluster already. */
  static Manifests upgrade(String chart, JsonNode values) {
    Path folder = copy(chart);
    Path file = folder.resolveSibling("given.yaml");
    write(file, values);
    TemplateCommand command =
        new Helm(folder)
            .template()
            .withName("dakenh")
            .withNamespace(ApiServer.NAMESPACE)
            .withKubeVersion("1.33.0")
            .withValuesFile(file);
    return Manifests.read(command.call());
  }

  /** Lints strictly, as if these values were the chart's own. */
  static LintResult lint(String chart, JsonNode values) {
    Path folder = copy(chart);
    ObjectNode merged = (ObjectNode) Yaml.read(folder.resolve("values.yaml"));
    merge(merged, values);
    write(folder.resolve("values.yaml"), merged);
    return new Helm(folder).lint().strict().call();
  }

  /** What a values file of the suite says. */
  static ObjectNode values(String file) {
    return (ObjectNode) Yaml.read(Repository.HELM.resolve(SUITE).resolve(file));
  }

  /** Values of the suite as one of its charts gets them when it is installed alone. */
  static ObjectNode valuesOf(ServiceChart service, String file) {
    ObjectNode suite = values(file);
    ObjectNode own = Yaml.object();
    own.set("global", suite.path("global"));
    if (suite.has(service.chart())) {
      own.setAll((ObjectNode) suite.path(service.chart()));
    }
    return own;
  }

  /** Adds values to others, deeply. */
  static void merge(ObjectNode into, JsonNode from) {
    from.properties()
        .forEach(
            each -> {
              JsonNode there = into.get(each.getKey());
              if (there instanceof ObjectNode object && each.getValue().isObject()) {
                merge(object, each.getValue());
              } else {
                into.set(each.getKey(), each.getValue());
              }
            });
  }

  private static Path copy(String chart) {
    Path source = Repository.HELM.resolve(chart);
    Path target = WORK.resolve(Integer.toString(NUMBER.incrementAndGet())).resolve(chart);
    try (Stream<Path> files = Files.walk(source, FileVisitOption.FOLLOW_LINKS)) {
      for (Path file : files.toList()) {
        Path copied = target.resolve(source.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(copied);
        } else {
          Files.copy(file, copied, StandardCopyOption.REPLACE_EXISTING);
          showHook(copied);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return target;
  }

  /** Hooks are not part of what is rendered; without their mark they are. */
  private static void showHook(Path file) throws IOException {
    if (file.toString().endsWith(".yaml")) {
      String text = Files.readString(file);
      if (text.contains("helm.sh/hook")) {
        Files.writeString(file, text.replace("helm.sh/hook", "dakenh.io/hook"));
      }
    }
  }

  private static void write(Path file, JsonNode values) {
    try {
      Files.writeString(file, Yaml.text(values));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
