package io.dakenh.routing.engine;

import java.time.Instant;

/** What became of an offer. Only a pending one can change, and each change is final. */
public sealed interface OfferState {
  /** Name in the database, in events and on the wire. */
  String label();

  /** Stands, waiting for an answer. */
  record Pending() implements OfferState {
    @Override
    public String label() {
      return "pending";
    }

    OfferState accept(Instant at) {
      return new Accepted(at);
    }

    OfferState decline(Instant at) {
      return new Declined(at);
    }

    OfferState expire(Instant at) {
      return new Expired(at);
    }

    OfferState withdraw(Instant at) {
      return new Withdrawn(at);
    }
  }

  /** The agent joined. */
  record Accepted(Instant at) implements OfferState {
    @Override
    public String label() {
      return "accepted";
    }
  }

  /** The agent said no. */
  record Declined(Instant at) implements OfferState {
    @Override
    public String label() {
      return "declined";
    }
  }

  /** The agent stayed silent. */
  record Expired(Instant at) implements OfferState {
    @Override
    public String label() {
      return "expired";
    }
  }

  /** Taken back: someone else joined, the agent went away, the conversation ended. */
  record Withdrawn(Instant at) implements OfferState {
    @Override
    public String label() {
      return "withdrawn";
    }
  }

  /** From its stored form. */
  static OfferState of(String label, Instant at) {
    return switch (label) {
      case "pending" -> new Pending();
      case "accepted" -> new Accepted(at);
      case "declined" -> new Declined(at);
      case "expired" -> new Expired(at);
      case "withdrawn" -> new Withdrawn(at);
      default -> throw new IllegalArgumentException("no offer state is called " + label);
    };
  }
}
