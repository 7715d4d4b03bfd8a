package io.dakenh.devstack.gateway;

import io.vertx.core.net.SocketAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** The addresses of each part; a part may have several replicas, which share the work. */
final class Upstreams {
  private static final Comparator<Upstream> ANSWERING_FIRST =
      Comparator.comparing(upstream -> upstream.up() ? 0 : 1);

  private final Map<String, List<Upstream>> replicas;
  private final AtomicInteger turn = new AtomicInteger();

  Upstreams(Map<String, List<SocketAddress>> addresses) {
    this.replicas =
        addresses.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Map.Entry::getKey,
                    part -> part.getValue().stream().map(Upstream::new).toList()));
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
      List<SocketAddress> addresses = new ArrayList<>();
      for (String address : entry.substring(equals + 1).split(",")) {
        addresses.add(address(address.strip(), entry));
      }
      read.put(entry.substring(0, equals), List.copyOf(addresses));
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
  List<Upstream> inTurn(String part) {
    List<Upstream> all = replicas.getOrDefault(part, List.of());
    if (all.size() < 2) {
      return all;
    }
    List<Upstream> rotated = new ArrayList<>(all);
    Collections.rotate(rotated, -Math.floorMod(turn.getAndIncrement(), all.size()));
    // One that seems away is still tried when the others do not answer.
    rotated.sort(ANSWERING_FIRST);
    return rotated;
  }

  /** The same for a socket, which stays for long: the replica that holds the fewest is first. */
  List<Upstream> forSocket(String part) {
    List<Upstream> ordered = inTurn(part);
    if (ordered.size() < 2) {
      return ordered;
    }
    List<Upstream> fewestFirst = new ArrayList<>(ordered);
    fewestFirst.sort(ANSWERING_FIRST.thenComparing(Upstream::sockets));
    return fewestFirst;
  }

  /** The replicas of all parts that have more than one. */
  List<Upstream> withSubstitutes() {
    return replicas.values().stream().filter(all -> all.size() > 1).flatMap(List::stream).toList();
  }
}
