package io.dakenh.livetalk.party;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person as one of the two sides.
 *
 * @param name shown to the other side
 * @param avatarUrl shown to the other side, if any
 * @param owner whether the person owns the business and so sees every conversation
 */
public record Party(
    PartyKind kind,
    UUID tenantId,
    UUID id,
    String name,
    @Nullable String avatarUrl,
    boolean owner) {

  /** Who it is, without what may change. */
  public record Key(PartyKind kind, UUID tenantId, UUID id) {
    /** A visitor. */
    public static Key visitor(UUID tenantId, UUID id) {
      return new Key(PartyKind.VISITOR, tenantId, id);
    }

    /** An agent or owner. */
    public static Key agent(UUID tenantId, UUID id) {
      return new Key(PartyKind.AGENT, tenantId, id);
    }
  }

  /** Who it is. */
  public Key key() {
    return new Key(kind, tenantId, id);
  }

  /** The same person under another name. */
  public Party named(String newName) {
    return new Party(kind, tenantId, id, newName, avatarUrl, owner);
  }

  /** Whether this is a visitor. */
  public boolean visitor() {
    return kind == PartyKind.VISITOR;
  }
}
