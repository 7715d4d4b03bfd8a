package io.dakenh.livetalk.contact;

import io.dakenh.livetalk.access.Access;
import io.dakenh.livetalk.contact.ContactView.BlockView;
import io.dakenh.livetalk.conversation.ConversationAnnouncer;
import io.dakenh.livetalk.delivery.Fanout;
import io.dakenh.livetalk.delivery.Frames;
import io.dakenh.livetalk.note.Activities;
import io.dakenh.livetalk.note.Activity;
import io.dakenh.livetalk.party.Party;
import io.dakenh.livetalk.store.Database;
import io.dakenh.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Visitors who may not write any more, for a while or until somebody lets them. */
@ApplicationScoped
public class Blocks {
  private final Database database;
  private final Access access;
  private final Fanout fanout;
  private final Activities activities;
  private final ConversationAnnouncer announcer;
  private final Clock clock;

  @Inject
  Blocks(
      Database database,
      Access access,
      Fanout fanout,
      Activities activities,
      ConversationAnnouncer announcer,
      Clock clock) {
    this.database = database;
    this.access = access;
    this.fanout = fanout;
    this.activities = activities;
    this.announcer = announcer;
    this.clock = clock;
  }

  /** Whether the visitor may not write. */
  public boolean blocked(Party visitor) {
    return database
        .first(
            """
            select 1 from visitor_block
            where tenant_id = ? and visitor_id = ? and (expires_at is null or expires_at > clock_timestamp())""",
            row -> row.getInt(1),
            visitor.tenantId(),
            visitor.id())
        .isPresent();
  }

  /** From now on; again it replaces reason and end. */
  void block(Party agent, UUID visitorId, String reason, @Nullable Instant expiresAt) {
    access.requireVisitor(agent, visitorId);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    if (expiresAt != null && !expiresAt.isAfter(now)) {
      throw ProblemException.invalid("/expiresAt", "range", "Later than now.");
    }
    Instant end = expiresAt == null ? null : expiresAt.truncatedTo(ChronoUnit.MILLIS);
    database.inTransaction(
        () -> {
          database.update(
              """
              insert into visitor_block (tenant_id, visitor_id, reason, blocked_by, blocked_at, expires_at) values (?, ?, ?, ?, ?, ?)
              on conflict (tenant_id, visitor_id) do update
              set reason = excluded.reason, blocked_by = excluded.blocked_by, blocked_at = excluded.blocked_at,
                  expires_at = excluded.expires_at""",
              agent.tenantId(),
              visitorId,
              reason,
              agent.id(),
              now,
              end);
          database.update(
              """
              update conversation set blocked_until = coalesce(?::timestamptz, 'infinity'), version = version + 1
              where tenant_id = ? and visitor_id = ?""",
              end,
              agent.tenantId(),
              visitorId);
          tell(agent, visitorId, Activity.until("blocked", end), true);
          return Boolean.TRUE;
        });
  }

  /** The visitor may write again; one who may changes nothing. */
  void lift(Party agent, UUID visitorId) {
    access.requireVisitor(agent, visitorId);
    database.inTransaction(
        () -> {
          int lifted =
              database.update(
                  "delete from visitor_block where tenant_id = ? and visitor_id = ?",
                  agent.tenantId(),
                  visitorId);
          if (lifted > 0) {
            database.update(
                """
                update conversation set blocked_until = null, version = version + 1
                where tenant_id = ? and visitor_id = ? and blocked_until is not null""",
                agent.tenantId(),
                visitorId);
            tell(agent, visitorId, Activity.of("unblocked"), false);
          }
          return Boolean.TRUE;
        });
  }

  /** The visitor learns that, not who and why. */
  private void tell(Party agent, UUID visitorId, Activity activity, boolean active) {
    UUID tenantId = agent.tenantId();
    database
        .first(
            """
            select id from conversation where tenant_id = ? and visitor_id = ?
            order by last_activity_at desc, id desc limit 1""",
            row -> row.getObject(1, UUID.class),
            tenantId,
            visitorId)
        .ifPresent(
            id -> {
              activities.by(agent, id, activity);
              database.afterCommit(() -> announcer.announceToAgents(tenantId, id));
            });
    String frame = Frames.encode(new Frames.Blocked(active));
    database.afterCommit(() -> fanout.toVisitor(tenantId, visitorId, frame, null));
  }

  /** One page of those who are blocked, newest first. */
  List<BlockView> list(UUID tenantId, Instant before, UUID beforeId, int limit) {
    return database.list(
        """
        select b.visitor_id, coalesce(v.name, ''), b.reason, b.blocked_by, coalesce(s.name, ''), b.blocked_at, b.expires_at
        from visitor_block b
        left join visitor v on v.tenant_id = b.tenant_id and v.id = b.visitor_id
        left join staff s on s.tenant_id = b.tenant_id and s.id = b.blocked_by
        where b.tenant_id = ? and (b.blocked_at, b.visitor_id) < (?, ?)
          and (b.expires_at is null or b.expires_at > clock_timestamp())
        order by b.blocked_at desc, b.visitor_id desc limit ?""",
        Blocks::read,
        tenantId,
        before,
        beforeId,
        limit);
  }

  private static BlockView read(ResultSet row) throws SQLException {
    OffsetDateTime end = row.getObject(7, OffsetDateTime.class);
    return new BlockView(
        row.getObject(1, UUID.class),
        row.getString(2),
        row.getString(3),
        row.getObject(4, UUID.class),
        row.getString(5),
        row.getObject(6, OffsetDateTime.class).toInstant(),
        end == null ? null : end.toInstant());
  }
}
