package io.dakenh.livetalk.call;

import io.dakenh.livetalk.party.Party;
import io.dakenh.livetalk.party.PartyKind;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's part in a call.
 *
 * @param seat the browser tab with the media; null before one took part
 * @param due until when an invited one may join, and one who joined may take to connect
 * @param seenAt last sign of life
 */
record Participant(
    UUID id,
    PartyKind kind,
    UUID personId,
    String name,
    @Nullable String avatarUrl,
    Standing standing,
    @Nullable UUID seat,
    boolean microphone,
    boolean camera,
    @Nullable Instant due,
    @Nullable Instant joinedAt,
    @Nullable Instant leftAt,
    Instant seenAt) {

  /** How far in they are. */
  enum Standing {
    INVITED,
    CONNECTING,
    JOINED,
    LEFT;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Standing of(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT));
    }
  }

  boolean visitor() {
    return kind == PartyKind.VISITOR;
  }

  boolean gone() {
    return standing == Standing.LEFT;
  }

  boolean joined() {
    return standing == Standing.JOINED;
  }

  boolean is(Party party) {
    return kind == party.kind() && personId.equals(party.id());
  }
}
