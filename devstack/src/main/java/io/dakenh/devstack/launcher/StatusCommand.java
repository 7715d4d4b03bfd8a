package io.dakenh.devstack.launcher;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dakenh.devstack.launcher.supervisor.PartState;
import io.dakenh.devstack.launcher.supervisor.PartStatus;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows what runs, where, and how much memory it holds. */
@Command(name = "status", description = "what runs, where, with how much memory")
final class StatusCommand implements Callable<Integer> {
  private static final double MEGABYTE = 1024.0 * 1024;
  private static final Set<String> SERVICES =
      Arrays.stream(Service.values()).map(Service::partName).collect(Collectors.toSet());

  @Mixin private final CommonOptions common = new CommonOptions();

  @Option(names = "--json", description = "one JSON object as the last line")
  private boolean json;

  @Override
  public Integer call() throws JsonProcessingException {
    Optional<SuiteState> state = new StateFile(common.layout().stateFile()).running();
    ObjectNode report = state.map(StatusCommand::report).orElseGet(StatusCommand::nothing);
    if (json) {
      Launcher.results().println(new ObjectMapper().writeValueAsString(report));
    } else {
      Launcher.results().print(table(report));
    }
    return state.isPresent() ? 0 : 3;
  }

  private static ObjectNode nothing() {
    return new ObjectMapper().createObjectNode().put("running", false).put("ready", false);
  }

  private static ObjectNode report(SuiteState state) {
    ObjectMapper mapper = new ObjectMapper();
    ObjectNode report = mapper.createObjectNode();
    boolean allReady =
        state.phase() == SuiteState.Phase.READY
            && state.parts().stream().allMatch(part -> part.state() == PartState.READY);
    report.put("running", true);
    report.put("ready", allReady);
    report.put("phase", state.phase().name().toLowerCase(Locale.ROOT));
    report.put("publicUrl", state.publicUrl());
    report.put("portBase", state.portBase());
    report.put("infra", state.infra());
    report.put("supervisorPid", state.supervisorPid());
    report.put("readyMilliseconds", state.readyMillis());
    ArrayNode parts = report.putArray("parts");
    long supervisor = Processes.ownResidentBytes(state.supervisorPid());
    long total = supervisor;
    long services = 0;
    long proportional = Processes.ownProportionalBytes(state.supervisorPid());
    for (PartStatus status : state.parts()) {
      ObjectNode part = parts.addObject();
      Long pid = status.pid();
      long resident = pid == null ? 0 : Processes.residentBytes(pid);
      long shared = pid == null ? 0 : Processes.proportionalBytes(pid);
      part.put("name", status.name());
      part.put("state", status.state().name().toLowerCase(Locale.ROOT));
      part.put("port", status.port());
      part.put("pid", pid);
      part.put("startupMilliseconds", status.startupMillis());
      part.put("restarts", status.restarts());
      part.put("residentBytes", resident);
      part.put("proportionalBytes", shared);
      part.put("log", status.log());
      total += resident;
      proportional += shared;
      services += SERVICES.contains(Replicas.serviceName(status.name())) ? resident : 0;
    }
    report.put("supervisorResidentBytes", supervisor);
    report.put("servicesResidentBytes", services);
    report.put("totalResidentBytes", total);
    report.put("totalProportionalBytes", proportional);
    report.set("demo", mapper.valueToTree(state.demo()));
    return report;
  }

  private static String table(ObjectNode report) {
    if (!report.path("running").asBoolean()) {
      return "Nothing runs.\n";
    }
    StringBuilder text = new StringBuilder(1_000);
    text.append(report.path("publicUrl").asText())
        .append(report.path("ready").asBoolean() ? "  ready\n" : "  not ready\n");
    text.append(
        String.format(
            Locale.ROOT,
            "%-12s %-11s %6s %8s %9s %9s %9s%n",
            "part",
            "state",
            "port",
            "pid",
            "start s",
            "RSS MB",
            "restarts"));
    for (var part : report.path("parts")) {
      text.append(
          String.format(
              Locale.ROOT,
              "%-12s %-11s %6d %8s %9.2f %9.0f %9d%n",
              part.path("name").asText(),
              part.path("state").asText(),
              part.path("port").asInt(),
              part.path("pid").asText(),
              part.path("startupMilliseconds").asLong() / 1000.0,
              part.path("residentBytes").asLong() / MEGABYTE,
              part.path("restarts").asInt()));
    }
    text.append(
        String.format(
            Locale.ROOT,
            "services %.0f MB, everything %.0f MB (%.0f MB when shared pages count once)%n",
            report.path("servicesResidentBytes").asLong() / MEGABYTE,
            report.path("totalResidentBytes").asLong() / MEGABYTE,
            report.path("totalProportionalBytes").asLong() / MEGABYTE));
    return text.toString();
  }
}
