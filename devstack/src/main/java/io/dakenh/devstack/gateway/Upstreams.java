package io.dakenh.devstack.gateway;

import io.vertx.core.net.SocketAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** The addresses of each part; a part may have several replicas, which take turns. */
final class Upstreams {
  private final Map<String, List<SocketAddress>> addresses;
  private final AtomicInteger turn = new AtomicInteger();

  Upstreams(Map<String, List<SocketAddress>> addresses) {
    this.addresses = Map.copyOf(addresses);
  }

  /**
   * Reads {@code name=host:port,host:port} for each part.
   *
   * @throws IllegalArgumentException naming the entry that cannot be read
   */
  static Upstreams parse(List<String> entries) {
    Map<String, List<SocketAddress>> read = new LinkedHashMap<>();
    for (String entry : entries) {
      int equals = entry.indexOf('=');
      if (equals < 1) {
        throw new IllegalArgumentException("not name=host:port: " + entry);
      }
      List<SocketAddress> replicas = new ArrayList<>();
      for (String address : entry.substring(equals + 1).split(",")) {
        replicas.add(address(address.strip(), entry));
      }
      read.put(entry.substring(0, equals), List.copyOf(replicas));
    }
    return new Upstreams(read);
  }

  private static SocketAddress address(String text, String entry) {
    int colon = text.lastIndexOf(':');
    if (colon < 1) {
      throw new IllegalArgumentException("not name=host:port: " + entry);
    }
    try {
      return SocketAddress.inetSocketAddress(
          Integer.parseInt(text.substring(colon + 1)), text.substring(0, colon));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("not name=host:port: " + entry, e);
    }
  }

  /** The replicas of a part in the order they are to be tried for one request. */
  List<SocketAddress> inTurn(String part) {
    List<SocketAddress> replicas = addresses.getOrDefault(part, List.of());
    if (replicas.size() < 2) {
      return replicas;
    }
    List<SocketAddress> rotated = new ArrayList<>(replicas);
    Collections.rotate(rotated, -Math.floorMod(turn.getAndIncrement(), replicas.size()));
    return rotated;
  }
}
