package io.dakenh.channels.link;

import io.dakenh.channels.db.Sql;
import io.dakenh.channels.provider.Kind;
import io.dakenh.channels.work.Tidy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The table {@code link_session}. */
@ApplicationScoped
@Transactional
class LinkSessions {
  private static final Duration KEPT = Duration.ofDays(1);
  private static final String COLUMNS =
      """
      id, tenant_id, owner_id, kind, browser_hash, verifier, return_path, state, failure_code,
      missing, pages, sealed_pages, channel_ids, expires_at""";

  private final Sql sql;
  private final Clock clock;

  @Inject
  LinkSessions(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  void add(LinkSession session, String stateHash) {
    sql.update(
        """
        insert into link_session (id, tenant_id, owner_id, kind, state_hash, browser_hash, verifier,
          return_path, state, created_at, expires_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        session.id(),
        session.tenantId(),
        session.ownerId(),
        session.kind().code(),
        stateHash,
        session.browserHash(),
        session.sealedVerifier(),
        session.returnPath(),
        session.state(),
        clock.instant(),
        session.expiresAt());
  }

  /** Who a callback may be for; looking changes nothing. */
  Optional<LinkSession> byState(Kind kind, String stateHash) {
    return sql.one(
        "select " + COLUMNS + " from link_session where kind = ? and state_hash = ?",
        LinkSessions::read,
        kind.code(),
        stateHash);
  }

  /** Uses up a state: true for one caller only, and only in time. */
  boolean use(UUID id) {
    return sql.update(
            """
            update link_session set state = 'exchanging'
            where id = ? and state = 'waiting' and expires_at > ?""",
            id,
            clock.instant())
        == 1;
  }

  void ended(UUID id, String state, @Nullable String failureCode) {
    sql.update(
        """
        update link_session set state = ?, failure_code = ?, verifier = null, sealed_pages = null
        where id = ?""",
        state,
        failureCode,
        id);
  }

  void linked(UUID id, List<UUID> channelIds) {
    sql.update(
        """
        update link_session set state = 'linked', channel_ids = ?, verifier = null,
          sealed_pages = null where id = ?""",
        channelIds,
        id);
  }

  void choose(UUID id, List<String> missing, String pages, String sealedPages, Instant until) {
    sql.update(
        """
        update link_session set state = 'choose', missing = ?, pages = ?::jsonb, sealed_pages = ?,
          verifier = null, expires_at = ? where id = ?""",
        missing.toArray(String[]::new),
        pages,
        sealedPages,
        until,
        id);
  }

  /** One of an owner; what ran out of time says so. */
  Optional<LinkSession> find(UUID tenantId, UUID ownerId, UUID id) {
    sql.update(
        """
        update link_session set state = 'expired', verifier = null, sealed_pages = null
        where id = ? and state in ('waiting', 'exchanging', 'choose') and expires_at <= ?""",
        id,
        clock.instant());
    return sql.one(
        "select " + COLUMNS + " from link_session where tenant_id = ? and owner_id = ? and id = ?",
        LinkSessions::read,
        tenantId,
        ownerId,
        id);
  }

  void tidy(@Observes Tidy now) {
    sql.update("delete from link_session where expires_at < ?", clock.instant().minus(KEPT));
  }

  private static LinkSession read(ResultSet row) throws SQLException {
    return new LinkSession(
        Sql.id(row, "id"),
        Sql.id(row, "tenant_id"),
        Sql.id(row, "owner_id"),
        Kind.of(row.getString("kind")),
        row.getString("browser_hash"),
        row.getString("verifier"),
        row.getString("return_path"),
        row.getString("state"),
        row.getString("failure_code"),
        List.of((String[]) row.getArray("missing").getArray()),
        row.getString("pages"),
        row.getString("sealed_pages"),
        List.of((UUID[]) row.getArray("channel_ids").getArray()),
        Sql.time(row, "expires_at"));
  }
}
