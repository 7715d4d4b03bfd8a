package io.dakenh.livetalk.replica;

import io.dakenh.livetalk.party.Party;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What goes over a stream between two replicas; {@link Wire} says how. */
sealed interface Signal {
  /** From whoever was dialled, first: a number to prove oneself with. */
  record Challenge(byte[] nonce) implements Signal {}

  /**
   * From the dialler: who it is and that it knows the secret.
   *
   * @param port where it can be dialled in turn
   */
  record Proof(byte[] nonce, UUID replicaId, int port, byte[] proof) implements Signal {}

  /** From whoever was dialled: the same in turn. */
  record Welcome(UUID replicaId, byte[] proof) implements Signal {}

  /** Somebody whose sockets the dialled replica holds, or no longer. */
  record Presence(Party.Key person, boolean present) {}

  /**
   * From whoever was dialled: who is there.
   *
   * @param number counts these; comes back in {@link Noted}
   */
  record People(long number, List<Presence> people) implements Signal {}

  /** From whoever was dialled: everybody was named. */
  record Complete() implements Signal {}

  /** From the dialler: from now on it sends what concerns the people up to this announcement. */
  record Noted(long number) implements Signal {}

  /**
   * From the dialler: from now on everything comes; of these businesses something did not.
   *
   * @param all of all businesses
   */
  record Live(boolean all, Set<UUID> tenantIds) implements Signal {}

  /** From the dialler: something for sockets. */
  record Deliver(Delivery delivery) implements Signal {}

  /** From the dialler, now and then. */
  record Ping(long number) implements Signal {}

  /** Everything sent before the ping has arrived. */
  record Pong(long number) implements Signal {}

  /** From the dialler: it stops, and nothing is missing. */
  record Bye() implements Signal {}
}
