package io.dakenh.devstack.launcher;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The gateway, on the launcher's own class path. */
final class GatewayPart extends ProcessPart {
  static final String NAME = "gateway";
  private static final int HEAP_MEGABYTES = 96;
  private static final int NOT_FOUND = 404;

  private final PortPlan ports;
  private final Replicas replicas;
  private final String publicUrl;

  GatewayPart(Layout layout, PortPlan ports, Replicas replicas, String publicUrl) {
    super(
        new Description(
            NAME,
            ports.gateway(),
            EDGE,
            Set.of(),
            layout.root(),
            Map.of("MALLOC_ARENA_MAX", "2"),
            layout.log(NAME),
            // It answers by itself for what is nowhere, so this says nothing about the services.
            () -> Probe.status("http://127.0.0.1:" + ports.gateway() + "/q/") == NOT_FOUND));
    this.ports = ports;
    this.replicas = replicas;
    this.publicUrl = publicUrl;
  }

  @Override
  List<String> command() {
    List<String> command = new ArrayList<>(JavaCommand.base(HEAP_MEGABYTES));
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            "io.dakenh.devstack.gateway.GatewayMain",
            "--port",
            Integer.toString(ports.gateway()),
            "--public-url",
            publicUrl,
            "--upstream",
            "keycloak=127.0.0.1:" + ports.keycloak()));
    for (Service service : Service.values()) {
      String addresses =
          replicas.numbers(service).stream()
              .map(number -> "127.0.0.1:" + ports.service(service, number))
              .collect(Collectors.joining(","));
      command.addAll(List.of("--upstream", service.partName() + "=" + addresses));
    }
    return command;
  }
}
