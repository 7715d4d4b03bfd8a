package io.dakenh.channels.channel;

import io.dakenh.channels.db.Sql;
import io.dakenh.channels.provider.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Channels as those who send and receive need them. */
@ApplicationScoped
@Transactional
public class Accounts {
  private static final String SELECT =
      "select id, tenant_id, kind, external_id, state, paused, send_after from channel ";

  private final Sql sql;

  @Inject
  Accounts(Sql sql) {
    this.sql = sql;
  }

  /**
   * One Page or OA.
   *
   * @param state as stored, so a paused one shows what it resumes with
   * @param sendAfter nothing is sent before
   */
  public record Account(
      UUID id,
      UUID tenantId,
      Kind kind,
      String externalId,
      String state,
      boolean paused,
      @Nullable Instant sendAfter) {
    /** Why nothing can be sent; empty when it can. */
    public Optional<String> closedBecause() {
      if ("unlinked".equals(state)) {
        return Optional.of("channel-unlinked");
      }
      if (paused) {
        return Optional.of("channel-paused");
      }
      return "reconnect-required".equals(state)
          ? Optional.of("reconnect-required")
          : Optional.empty();
    }
  }

  /** The linked one of that name at the provider. */
  public Optional<Account> linked(Kind kind, String externalId) {
    return sql.one(
        SELECT + "where kind = ? and external_id = ? and state <> 'unlinked'",
        Accounts::read,
        kind.code(),
        externalId);
  }

  /** One by our id, linked or not. */
  public Optional<Account> find(UUID id) {
    return sql.one(SELECT + "where id = ?", Accounts::read, id);
  }

  /** All that came through one person's login. */
  public List<Account> ofPerson(Kind kind, String userId) {
    return sql.list(
        SELECT + "where kind = ? and external_user_id = ? and state <> 'unlinked'",
        Accounts::read,
        kind.code(),
        userId);
  }

  /** Lets nothing of it be sent before a time. */
  public void holdBack(UUID id, Instant until) {
    sql.update(
        "update channel set send_after = greatest(coalesce(send_after, ?), ?) where id = ?",
        until,
        until,
        id);
  }

  /** Remembers that the provider sent something. */
  public void heard(UUID id, Instant at) {
    sql.update(
        """
        update channel set last_event_at = ?
        where id = ? and (last_event_at is null or last_event_at < ?)""",
        at,
        id,
        at);
  }

  private static Account read(ResultSet row) throws SQLException {
    return new Account(
        Sql.id(row, "id"),
        Sql.id(row, "tenant_id"),
        Kind.of(row.getString("kind")),
        row.getString("external_id"),
        row.getString("state"),
        row.getBoolean("paused"),
        Sql.instant(row, "send_after"));
  }
}
