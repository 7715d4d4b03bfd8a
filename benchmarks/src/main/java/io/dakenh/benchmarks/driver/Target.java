package io.dakenh.benchmarks.driver;

import java.util.List;
import java.util.Set;

/** Something that relays messages from visitors to agents: a bare limit or the suite. */
public interface Target extends AutoCloseable {
  /** Name in the report. */
  String name();

  /**
   * Where to connect for a run; called before each run, because tokens end.
   *
   * @param rooms conversations, each with a visitor of its own
   * @param agents who share the conversations evenly
   */
  Rooms rooms(int rooms, int agents);

  /** Every process whose work counts. */
  Set<Long> serverPids();

  @Override
  void close();

  /** The sockets of one run. */
  record Rooms(List<Room> rooms, List<Endpoint> agents) {}

  /** One conversation. */
  record Room(String conversationId, Endpoint visitor) {}
}
