package io.dakenh.livetalk.delivery;

import io.dakenh.livetalk.party.Party;

/** Told by whoever holds the sockets who comes and goes, so that others know where to push. */
public interface Attendance {
  /**
   * A socket of a person was registered here. Returns once every replica in reach pushes here what
   * concerns the person: what is read from the database afterwards misses nothing. Only for virtual
   * threads.
   */
  void arrived(Party.Key person);

  /** The last socket of a person was closed. */
  void left(Party.Key person);
}
