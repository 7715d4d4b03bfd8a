package io.dakenh.livetalk.identify;

import io.dakenh.livetalk.conversation.ConversationAnnouncer;
import io.dakenh.livetalk.conversation.OpenConversation.Person;
import io.dakenh.livetalk.party.Party;
import io.dakenh.livetalk.search.index.SearchIndex;
import io.dakenh.livetalk.store.Database;
import io.dakenh.platform.problem.ProblemException;
import io.dakenh.platform.problem.ProblemKind;
import io.dakenh.platform.time.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Finds the visitor that a customer of the business is. */
@ApplicationScoped
class Identities {
  private final Database database;
  private final IdentifySecrets secrets;
  private final SearchIndex index;
  private final ConversationAnnouncer announcer;
  private final Clock clock;

  @Inject
  Identities(
      Database database,
      IdentifySecrets secrets,
      SearchIndex index,
      ConversationAnnouncer announcer,
      Clock clock) {
    this.database = database;
    this.secrets = secrets;
    this.index = index;
    this.announcer = announcer;
    this.clock = clock;
  }

  /**
   * The visitor this browser stands for from now on. What an unknown visitor said in it before
   * belongs to that person too; what another known customer said does not.
   */
  UUID identify(Party visitor, String externalId, String hash, Person person) {
    if (!secrets.signed(visitor.tenantId(), externalId, hash)) {
      throw ProblemException.of(
          ProblemKind.FORBIDDEN,
          "identity-mismatch",
          "The hash is not that of this id; nobody was identified.");
    }
    return database.inTransaction(() -> inTransaction(visitor, externalId, person));
  }

  private UUID inTransaction(Party visitor, String externalId, Person person) {
    UUID tenantId = visitor.tenantId();
    // Two browsers of the same person must not become two.
    database.first(
        "select pg_advisory_xact_lock(hashtextextended(?, 0))",
        row -> Boolean.TRUE,
        "identify" + tenantId + externalId);
    Optional<UUID> known = visitorOf(tenantId, externalId);
    boolean anonymous = !identified(tenantId, visitor.id());
    UUID id = known.orElseGet(() -> anonymous ? visitor.id() : Ids.next());
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    remember(tenantId, id, person, visitor, now);
    if (known.isEmpty()) {
      database.update(
          "insert into visitor_identity (tenant_id, external_id, visitor_id, linked_at) values (?, ?, ?, ?)",
          tenantId,
          externalId,
          id,
          now);
    }
    if (anonymous && !id.equals(visitor.id())) {
      adopt(tenantId, visitor.id(), id);
    }
    index.visitor(tenantId, id);
    announce(tenantId, id);
    return id;
  }

  private Optional<UUID> visitorOf(UUID tenantId, String externalId) {
    return database.first(
        "select visitor_id from visitor_identity where tenant_id = ? and external_id = ?",
        row -> row.getObject(1, UUID.class),
        tenantId,
        externalId);
  }

  private boolean identified(UUID tenantId, UUID visitorId) {
    return database
        .first(
            "select 1 from visitor_identity where tenant_id = ? and visitor_id = ?",
            row -> row.getInt(1),
            tenantId,
            visitorId)
        .isPresent();
  }

  /** What the website tells replaces what was told before; what it does not tell stays. */
  private void remember(UUID tenantId, UUID id, Person person, Party visitor, Instant now) {
    database.update(
        """
        insert into visitor (tenant_id, id, name, phone, email, created_at)
        values (?, ?, coalesce(?::text, ?), ?, ?, ?)
        on conflict (tenant_id, id) do update
        set name = coalesce(?::text, visitor.name), phone = coalesce(excluded.phone, visitor.phone),
            email = coalesce(excluded.email, visitor.email), version = visitor.version + 1""",
        tenantId,
        id,
        person.name(),
        visitor.name(),
        person.phone(),
        person.email(),
        now,
        person.name());
  }

  /** Everything of one visitor becomes another's; a block goes along. */
  private void adopt(UUID tenantId, UUID from, UUID to) {
    List<UUID> conversations =
        database.list(
            """
            update conversation set visitor_id = ?, version = version + 1 where tenant_id = ? and visitor_id = ?
            returning id""",
            row -> row.getObject(1, UUID.class),
            to,
            tenantId,
            from);
    UUID[] ids = conversations.toArray(UUID[]::new);
    database.update(
        "update message set author_id = ? where tenant_id = ? and conversation_id = any (?) and author_kind = 'visitor'",
        to,
        tenantId,
        ids);
    database.update(
        "update message_reaction set reactor_id = ? where tenant_id = ? and conversation_id = any (?) and reactor_kind = 'visitor'",
        to,
        tenantId,
        ids);
    database.update(
        "update attachment set uploader_id = ? where tenant_id = ? and conversation_id = any (?) and uploader_kind = 'visitor'",
        to,
        tenantId,
        ids);
    database.update(
        "update conversation_note set author_id = ? where tenant_id = ? and conversation_id = any (?) and author_kind = 'visitor'",
        to,
        tenantId,
        ids);
    database.update(
        "update mail set visitor_id = ? where tenant_id = ? and visitor_id = ?",
        to,
        tenantId,
        from);
    database.update(
        """
        insert into visitor_block (tenant_id, visitor_id, reason, blocked_by, blocked_at, expires_at)
        select tenant_id, ?, reason, blocked_by, blocked_at, expires_at from visitor_block where tenant_id = ? and visitor_id = ?
        on conflict (tenant_id, visitor_id) do nothing""",
        to,
        tenantId,
        from);
    for (String table : List.of("visitor_block", "visitor_data")) {
      database.update(
          "delete from " + table + " where tenant_id = ? and visitor_id = ?", tenantId, from);
    }
    database.update("delete from visitor where tenant_id = ? and id = ?", tenantId, from);
  }

  private void announce(UUID tenantId, UUID visitorId) {
    List<UUID> touched =
        database.list(
            """
            select id from conversation where tenant_id = ? and visitor_id = ?
            order by last_activity_at desc, id desc limit 20""",
            row -> row.getObject(1, UUID.class),
            tenantId,
            visitorId);
    database.afterCommit(() -> touched.forEach(id -> announcer.announceToAgents(tenantId, id)));
  }
}
