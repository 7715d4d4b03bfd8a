package io.dakenh.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The image is what the charts expect, and runs as the launcher runs the services. */
class ImageTest {
  private static final Path FOLDER = Repository.DEPLOY.resolve("docker");

  private static List<String> instructions() {
    return Arrays.stream(
            Repository.text(FOLDER.resolve("Dockerfile")).replace("\\\n", " ").split("\n"))
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .toList();
  }

  private static List<String> lastStage() {
    List<String> all = instructions();
    int from = 0;
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).startsWith("FROM ")) {
        from = i;
      }
    }
    return all.subList(from, all.size());
  }

  @Test
  void every_base_is_an_argument_with_a_fixed_version() {
    List<String> bases = instructions().stream().filter(line -> line.startsWith("FROM ")).toList();

    assertThat(bases).hasSize(3);
    assertThat(bases).allMatch(line -> line.matches("FROM (\\$\\{BASE_IMAGE}|layout)( AS \\w+)?"));
    assertThat(instructions().getFirst())
        .matches("ARG BASE_IMAGE=\\S+:[0-9][\\w.]*-jre\\S*")
        .doesNotContain("latest");
    assertThat(Repository.text(FOLDER.resolve("Dockerfile")))
        .as("a frontend of its own would have to be fetched")
        .doesNotContain("syntax=");
  }

  @Test
  void nothing_is_fetched_while_building() {
    assertThat(instructions())
        .noneMatch(line -> line.startsWith("ADD "))
        .noneMatch(line -> line.matches("RUN .*(apt|apk|yum|dnf|curl|wget|mvn|npm).*"));
  }

  @Test
  void it_runs_as_the_user_the_charts_name_and_not_as_root() {
    String helpers = Repository.text(Repository.HELM.resolve("dakenh-lib/templates/_names.tpl"));
    var user = Pattern.compile("runAsUser: (\\d+)").matcher(helpers);
    assertThat(user.find()).isTrue();

    assertThat(lastStage()).contains("USER " + user.group(1) + ":" + user.group(1));
  }

  @Test
  void it_says_what_it_is() {
    String labels =
        lastStage().stream().filter(line -> line.startsWith("LABEL ")).findFirst().orElseThrow();

    assertThat(labels)
        .contains("image.title=", "image.version=", "image.revision=", "image.created=");
    assertThat(lastStage()).anyMatch(line -> line.startsWith("HEALTHCHECK "));
    assertThat(lastStage()).anyMatch(line -> line.startsWith("ENTRYPOINT [\"java\""));
  }

  @Test
  void the_cache_is_trained_with_the_options_and_the_place_it_is_used_with() {
    String training =
        instructions().stream().filter(line -> line.startsWith("RUN ")).findFirst().orElseThrow();
    String entry =
        lastStage().stream()
            .filter(line -> line.startsWith("ENTRYPOINT "))
            .findFirst()
            .orElseThrow();
    for (String part :
        List.of("/opt/dakenh/service.aot", "@/opt/dakenh/options", "/opt/dakenh/service.jar")) {
      assertThat(training).contains(part);
      assertThat(entry).contains(part);
    }
  }

  @Test
  void the_options_are_those_of_the_launcher() {
    String launcher =
        Repository.text(
            Repository.ROOT.resolve(
                "devstack/src/main/java/io/dakenh/devstack/launcher/JavaCommand.java"));
    Set<String> used = new TreeSet<>();
    Pattern.compile("\"(-XX:[^\"]+|--[^\"]+)\"")
        .matcher(launcher)
        .results()
        .forEach(each -> used.add(each.group(1)));
    List<String> options =
        Repository.text(FOLDER.resolve("options")).lines().filter(line -> !line.isBlank()).toList();

    assertThat(options).containsAll(used);
    assertThat(options).contains("-Djava.util.logging.manager=org.jboss.logmanager.LogManager");
  }

  @Test
  void training_gives_every_service_the_secrets_it_insists_on() {
    String script = Repository.text(FOLDER.resolve("train.sh"));
    for (ServiceChart service : ServiceChart.values()) {
      ServiceKeys.of(service)
          .required()
          .forEach(
              (key, variables) -> {
                if (key.startsWith("dakenh.") && !key.endsWith("url")) {
                  assertThat(variables)
                      .as("%s: %s", service, key)
                      .anyMatch(name -> script.contains(name + "="));
                }
              });
    }
  }
}
