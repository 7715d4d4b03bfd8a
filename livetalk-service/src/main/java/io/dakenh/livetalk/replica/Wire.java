package io.dakenh.livetalk.replica;

import io.dakenh.livetalk.party.Party;
import io.dakenh.livetalk.party.PartyKind;
import io.dakenh.livetalk.replica.Signal.Presence;
import io.vertx.core.buffer.Buffer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Signals as bytes: a length, a byte for the kind, the fields in the order of their records. */
final class Wire {
  static final int LENGTH_BYTES = 4;

  private static final byte CHALLENGE = 1;
  private static final byte PROOF = 2;
  private static final byte WELCOME = 3;
  private static final byte PEOPLE = 4;
  private static final byte COMPLETE = 5;
  private static final byte NOTED = 6;
  private static final byte LIVE = 7;
  private static final byte DELIVER = 8;
  private static final byte PING = 9;
  private static final byte PONG = 10;
  private static final byte BYE = 11;

  private static final int PERSON = 1;
  private static final int EXCEPT = 2;
  private static final Delivery.Kind[] KINDS = Delivery.Kind.values();

  private Wire() {}

  static Buffer encode(Signal signal) {
    Buffer out = Buffer.buffer(64).appendInt(0);
    switch (signal) {
      case Signal.Challenge challenge -> out.appendByte(CHALLENGE).appendBytes(challenge.nonce());
      case Signal.Proof proof -> {
        out.appendByte(PROOF).appendBytes(proof.nonce());
        id(out, proof.replicaId());
        out.appendInt(proof.port()).appendBytes(proof.proof());
      }
      case Signal.Welcome welcome -> {
        id(out.appendByte(WELCOME), welcome.replicaId());
        out.appendBytes(welcome.proof());
      }
      case Signal.People people -> {
        out.appendByte(PEOPLE).appendLong(people.number());
        people.people().forEach(each -> presence(out, each));
      }
      case Signal.Complete complete -> out.appendByte(COMPLETE);
      case Signal.Noted noted -> out.appendByte(NOTED).appendLong(noted.number());
      case Signal.Live live -> {
        out.appendByte(LIVE).appendByte((byte) (live.all() ? 1 : 0));
        live.tenantIds().forEach(each -> id(out, each));
      }
      case Signal.Deliver deliver -> delivery(out.appendByte(DELIVER), deliver.delivery());
      case Signal.Ping ping -> out.appendByte(PING).appendLong(ping.number());
      case Signal.Pong pong -> out.appendByte(PONG).appendLong(pong.number());
      case Signal.Bye bye -> out.appendByte(BYE);
    }
    return out.setInt(0, out.length() - LENGTH_BYTES);
  }

  private static void id(Buffer out, UUID id) {
    out.appendLong(id.getMostSignificantBits()).appendLong(id.getLeastSignificantBits());
  }

  private static void presence(Buffer out, Presence each) {
    boolean visitor = each.person().kind() == PartyKind.VISITOR;
    out.appendByte((byte) ((visitor ? 1 : 0) | (each.present() ? 2 : 0)));
    id(out, each.person().tenantId());
    id(out, each.person().id());
  }

  private static void delivery(Buffer out, Delivery delivery) {
    UUID person = delivery.personId();
    UUID except = delivery.except();
    out.appendByte((byte) delivery.kind().ordinal());
    out.appendByte((byte) ((person == null ? 0 : PERSON) | (except == null ? 0 : EXCEPT)));
    id(out, delivery.tenantId());
    if (person != null) {
      id(out, person);
    }
    if (except != null) {
      id(out, except);
    }
    out.appendBytes(delivery.frame().getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Reads what stands behind the length.
   *
   * @throws IllegalArgumentException when it is no signal
   */
  static Signal decode(Buffer bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes.getBytes());
    try {
      byte kind = in.get();
      return switch (kind) {
        case CHALLENGE -> new Signal.Challenge(bytes(in, Handshake.NONCE_BYTES));
        case PROOF ->
            new Signal.Proof(
                bytes(in, Handshake.NONCE_BYTES),
                id(in),
                in.getInt(),
                bytes(in, Handshake.PROOF_BYTES));
        case WELCOME -> new Signal.Welcome(id(in), bytes(in, Handshake.PROOF_BYTES));
        case PEOPLE -> new Signal.People(in.getLong(), people(in));
        case COMPLETE -> new Signal.Complete();
        case NOTED -> new Signal.Noted(in.getLong());
        case LIVE -> new Signal.Live(in.get() == 1, ids(in));
        case DELIVER -> new Signal.Deliver(delivery(in));
        case PING -> new Signal.Ping(in.getLong());
        case PONG -> new Signal.Pong(in.getLong());
        case BYE -> new Signal.Bye();
        default -> throw new IllegalArgumentException("no signal of kind " + kind);
      };
    } catch (java.nio.BufferUnderflowException cut) {
      throw new IllegalArgumentException("a signal ends too early", cut);
    }
  }

  private static byte[] bytes(ByteBuffer in, int length) {
    byte[] bytes = new byte[length];
    in.get(bytes);
    return bytes;
  }

  private static UUID id(ByteBuffer in) {
    return new UUID(in.getLong(), in.getLong());
  }

  private static Set<UUID> ids(ByteBuffer in) {
    Set<UUID> ids = new HashSet<>();
    while (in.hasRemaining()) {
      ids.add(id(in));
    }
    return ids;
  }

  private static List<Presence> people(ByteBuffer in) {
    List<Presence> people = new ArrayList<>();
    while (in.hasRemaining()) {
      byte flags = in.get();
      UUID tenantId = id(in);
      UUID personId = id(in);
      people.add(
          new Presence(
              (flags & 1) == 0
                  ? Party.Key.agent(tenantId, personId)
                  : Party.Key.visitor(tenantId, personId),
              (flags & 2) != 0));
    }
    return people;
  }

  private static Delivery delivery(ByteBuffer in) {
    int kind = in.get();
    if (kind < 0 || kind >= KINDS.length) {
      throw new IllegalArgumentException("no delivery of kind " + kind);
    }
    byte flags = in.get();
    UUID tenantId = id(in);
    @Nullable UUID person = (flags & PERSON) == 0 ? null : id(in);
    @Nullable UUID except = (flags & EXCEPT) == 0 ? null : id(in);
    return new Delivery(
        KINDS[kind], tenantId, person, except, StandardCharsets.UTF_8.decode(in).toString());
  }
}
