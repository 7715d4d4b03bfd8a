package io.dakenh.livetalk.delivery;

import io.dakenh.livetalk.party.Party;
import java.util.Set;

/** The sockets of this replica alone, and whose they are. */
public interface LocalSockets extends Fanout {
  /** Everybody who has a socket here; changes while it is looked at. */
  Set<Party.Key> people();
}
