package io.dakenh.devstack.launcher;

import io.dakenh.devstack.simulator.ProviderSimulators;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Simulated Facebook and Zalo and the mail catcher, on the launcher's own class path. */
final class SimulatorsPart extends ProcessPart {
  static final String NAME = "simulators";
  private static final int HEAP_MEGABYTES = 80;

  private final PortPlan ports;

  SimulatorsPart(Layout layout, PortPlan ports) {
    super(
        new Description(
            NAME,
            ports.providerSimulators(),
            EDGE,
            Set.of(),
            layout.root(),
            Map.of("MALLOC_ARENA_MAX", "2"),
            layout.log(NAME),
            () -> Probe.ok("http://127.0.0.1:" + ports.providerSimulators() + "/health")));
    this.ports = ports;
  }

  @Override
  List<String> command() {
    List<String> command = new ArrayList<>(JavaCommand.base(HEAP_MEGABYTES));
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            ProviderSimulators.class.getName(),
            Integer.toString(ports.providerSimulators()),
            Suite.publicUrl(ports),
            Integer.toString(ports.mail())));
    return command;
  }

  /** What makes a service send its mail to the catcher, as environment variables. */
  static Map<String, String> mail(String service, PortPlan ports) {
    String prefix = "DAKENH_" + service + "_MAIL_";
    return Map.of(
        prefix + "HOST",
        "127.0.0.1",
        prefix + "PORT",
        Integer.toString(ports.mail()),
        prefix + "SECURITY",
        "none",
        prefix + "FROM",
        "no-reply@dakenh.localdomain");
  }

  /** What makes channel-connector-service call them, as environment variables. */
  static Map<String, String> environment(PortPlan ports) {
    return ProviderSimulators.settings(ports.providerSimulators()).entrySet().stream()
        .collect(
            Collectors.toMap(
                setting ->
                    setting.getKey().toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_'),
                Map.Entry::getValue));
  }
}
