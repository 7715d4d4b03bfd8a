package io.dakenh.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What operators read leads somewhere, and names only what exists. */
class DocumentsTest {
  private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)(#[^)]*)?\\)");

  private static List<Path> documents() {
    List<Path> all =
        new ArrayList<>(Repository.files(Repository.DEPLOY.resolve("runbooks"), ".md"));
    Stream.of(
            "SECURITY.md", "docs/deploy.md", "docs/threat-model.md", "docs/adr/0016-deployment.md")
        .map(Repository.ROOT::resolve)
        .forEach(all::add);
    return all;
  }

  @Test
  void every_link_leads_to_a_file() {
    for (Path document : documents()) {
      LINK.matcher(Repository.text(document))
          .results()
          .map(link -> document.getParent().resolve(link.group(1)).normalize())
          .forEach(target -> assertThat(Files.exists(target)).as("%s", target).isTrue());
    }
  }

  @Test
  void the_runbooks_of_the_product_are_all_there() {
    assertThat(Repository.files(Repository.DEPLOY.resolve("runbooks"), ".md"))
        .extracting(each -> each.getFileName().toString())
        .contains(
            "scale-out.md",
            "kafka-down.md",
            "database-failover.md",
            "keycloak-down.md",
            "provider-outage.md",
            "lost-encryption-key.md",
            "turn-trouble.md",
            "month-reset-failed.md",
            "erase-request.md",
            "backup-and-restore.md");
  }

  @Test
  void the_threat_model_names_classes_files_and_metrics_that_exist() {
    String model = Repository.text(Repository.ROOT.resolve("docs/threat-model.md"));
    Set<String> classes =
        Stream.concat(
                Stream.of(ServiceChart.values()).map(ServiceChart::folder),
                Stream.of("platform/core", "platform/media", "deploy")
                    .map(Repository.ROOT::resolve))
            .flatMap(folder -> Repository.files(folder.resolve("src"), ".java").stream())
            .map(file -> file.getFileName().toString().replace(".java", ""))
            .collect(Collectors.toSet());
    Set<String> alerts = new TreeSet<>();
    Yaml.read(Repository.DEPLOY.resolve("prometheus/rules.yaml"))
        .findValuesAsText("alert")
        .forEach(alerts::add);
    List<String> named =
        Pattern.compile("`([A-Z][A-Za-z]+)`")
            .matcher(model)
            .results()
            .map(each -> each.group(1))
            .toList();
    List<String> files =
        Pattern.compile("`([\\w-]+/[\\w/.-]+\\.\\w+)`")
            .matcher(model)
            .results()
            .map(each -> each.group(1))
            .toList();

    assertThat(named).hasSizeGreaterThan(15);
    assertThat(named).allMatch(name -> classes.contains(name) || alerts.contains(name));
    assertThat(files).isNotEmpty();
    assertThat(files).allMatch(file -> Files.exists(Repository.ROOT.resolve(file)));
  }

  @Test
  void keys_in_the_runbook_are_those_the_charts_make_up() {
    String runbook = Repository.text(Repository.DEPLOY.resolve("runbooks/lost-encryption-key.md"));
    for (ServiceChart service : ServiceChart.values()) {
      String template =
          Repository.text(
              Repository.HELM
                  .resolve(service.chart())
                  .resolve("templates/_" + service.chart() + ".tpl"));
      String names = template.substring(template.indexOf("-}}") + 3, template.indexOf("{{- end"));
      Stream.of(names.strip().split(" "))
          .filter(name -> !name.isEmpty())
          .forEach(name -> assertThat(runbook).contains("| `" + name + "` |"));
    }
  }
}
