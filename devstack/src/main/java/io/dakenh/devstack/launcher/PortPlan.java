package io.dakenh.devstack.launcher;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where everything listens, relative to the gateway.
 *
 * @param base the gateway's port
 */
record PortPlan(int base) {
  static final int DEFAULT_BASE = 8080;
  private static final int SPAN = 45;
  private static final int HIGHEST = 65_535;

  PortPlan {
    if (base < 1024 || base + SPAN > HIGHEST) {
      throw new IllegalArgumentException("--port-base must lie between 1024 and 65490");
    }
  }

  int gateway() {
    return base;
  }

  int service(Service service) {
    return base + 1 + service.ordinal();
  }

  /** A further replica of a service, from number 2. */
  int service(Service service, int number) {
    return number == 1
        ? service(service)
        : base + 20 + (number - 2) * Service.values().length + service.ordinal();
  }

  /** Where a replica of livetalk-service is dialled by the others. */
  int peers(int number) {
    return base + 40 + number;
  }

  int postgres() {
    return base + 10;
  }

  int kafka() {
    return base + 11;
  }

  int keycloak() {
    return base + 12;
  }

  int mongo() {
    return base + 13;
  }

  int kafkaController() {
    return base + 14;
  }

  int keycloakManagement() {
    return base + 15;
  }

  int providerSimulators() {
    return base + 16;
  }

  int relay() {
    return base + 17;
  }

  int mail() {
    return base + 18;
  }

  /** Every port of this machine that must be free, by who wants it. */
  Map<String, Integer> needed(boolean embeddedInfrastructure, Replicas replicas) {
    Map<String, Integer> ports = new LinkedHashMap<>();
    ports.put("gateway", gateway());
    for (Service service : Service.values()) {
      for (int number : replicas.numbers(service)) {
        ports.put(Replicas.partName(service, number), service(service, number));
      }
    }
    if (replicas.of(Service.LIVETALK) > 1) {
      for (int number : replicas.numbers(Service.LIVETALK)) {
        ports.put("peers of " + Replicas.partName(Service.LIVETALK, number), peers(number));
      }
    }
    if (embeddedInfrastructure) {
      ports.put("postgres", postgres());
      ports.put("kafka", kafka());
      ports.put("kafka controller", kafkaController());
      ports.put("mongo", mongo());
    }
    ports.put("keycloak", keycloak());
    ports.put("keycloak management", keycloakManagement());
    ports.put("simulators", providerSimulators());
    ports.put("relay", relay());
    ports.put("mail catcher", mail());
    return ports;
  }
}
