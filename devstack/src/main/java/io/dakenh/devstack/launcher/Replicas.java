package io.dakenh.devstack.launcher;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How many processes there are of each service. The first is called like the service, the others
 * {@code livetalk-2} and so on.
 */
record Replicas(Map<Service, Integer> counts) {
  static final int MOST = 3;

  Replicas {
    counts = Map.copyOf(counts);
  }

  /**
   * Reads a number for all services, or {@code livetalk=2} for some of them.
   *
   * @throws IllegalArgumentException naming what cannot be read
   */
  static Replicas parse(String text) {
    Map<Service, Integer> counts = new EnumMap<>(Service.class);
    for (String entry : text.split(",")) {
      int equals = entry.indexOf('=');
      int count = count(entry.substring(equals + 1).strip());
      if (equals < 0) {
        List.of(Service.values()).forEach(each -> counts.put(each, count));
      } else {
        counts.put(service(entry.substring(0, equals).strip()), count);
      }
    }
    return new Replicas(counts);
  }

  private static int count(String text) {
    if (!text.matches("[1-" + MOST + "]")) {
      throw new IllegalArgumentException(
          "--replicas takes 1 to " + MOST + ", or for example livetalk=2: " + text);
    }
    return Integer.parseInt(text);
  }

  private static Service service(String name) {
    for (Service each : Service.values()) {
      if (each.partName().equals(name)) {
        return each;
      }
    }
    throw new IllegalArgumentException("--replicas: there is no service " + name);
  }

  int of(Service service) {
    return counts.getOrDefault(service, 1);
  }

  /** Their numbers, from 1. */
  List<Integer> numbers(Service service) {
    return IntStream.rangeClosed(1, of(service)).boxed().toList();
  }

  /** What one of them is called. */
  static String partName(Service service, int number) {
    return number == 1 ? service.partName() : service.partName() + "-" + number;
  }

  /** The service that a part is a process of; any other part's name as it is. */
  static String serviceName(String partName) {
    return partName.toLowerCase(Locale.ROOT).replaceFirst("-[2-" + MOST + "]$", "");
  }
}
