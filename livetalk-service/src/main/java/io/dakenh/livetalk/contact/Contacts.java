package io.dakenh.livetalk.contact;

import io.dakenh.livetalk.access.Access;
import io.dakenh.livetalk.contact.ContactView.BlockView;
import io.dakenh.livetalk.conversation.ConversationAnnouncer;
import io.dakenh.livetalk.conversation.OpenConversation.Person;
import io.dakenh.livetalk.party.Party;
import io.dakenh.livetalk.search.index.SearchIndex;
import io.dakenh.livetalk.store.Database;
import io.dakenh.platform.problem.ProblemException;
import io.dakenh.platform.web.Cursor;
import io.dakenh.platform.web.Page;
import io.dakenh.platform.web.Preconditions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads visitors and corrects what is known of them. */
@ApplicationScoped
class Contacts {
  private static final String SELECT =
      """
      select v.id, v.name, v.phone, v.email, v.created_at, v.version,
        b.reason, b.blocked_by, coalesce(s.name, ''), b.blocked_at, b.expires_at, i.external_id,
        (select array_agg(array[e.key, e.value] order by e.key) from jsonb_each_text(d.data) e)
      from visitor v
      left join visitor_identity i on i.tenant_id = v.tenant_id and i.visitor_id = v.id
      left join visitor_data d on d.tenant_id = v.tenant_id and d.visitor_id = v.id
      left join visitor_block b on b.tenant_id = v.tenant_id and b.visitor_id = v.id
        and (b.expires_at is null or b.expires_at > clock_timestamp())
      left join staff s on s.tenant_id = b.tenant_id and s.id = b.blocked_by
      """;

  /** Behind every id there can be. */
  private static final UUID LAST = new UUID(-1, -1);

  private final Database database;
  private final Access access;
  private final SearchIndex index;
  private final ConversationAnnouncer announcer;

  @Inject
  Contacts(Database database, Access access, SearchIndex index, ConversationAnnouncer announcer) {
    this.database = database;
    this.access = access;
    this.index = index;
    this.announcer = announcer;
  }

  /** One visitor, if the agent may see any of their conversations. */
  ContactView one(Party agent, UUID visitorId) {
    access.requireVisitor(agent, visitorId);
    return read(agent.tenantId(), visitorId);
  }

  /** One page of all who ever talked to the business. Ids grow with time. */
  Page<ContactView> list(UUID tenantId, @Nullable String cursor, int limit) {
    List<ContactView> found =
        database.list(
            SELECT
                + "where v.tenant_id = ? and v.id < ? and exists (select 1 from conversation c"
                + " where c.tenant_id = v.tenant_id and c.visitor_id = v.id) order by v.id desc limit ?",
            Contacts::contact,
            tenantId,
            before(cursor),
            limit + 1);
    return Page.cut(found, limit, last -> Cursor.of(last.id()));
  }

  private static UUID before(@Nullable String encoded) {
    Cursor cursor = Cursor.decode(encoded, 1);
    if (cursor == null) {
      return LAST;
    }
    try {
      return UUID.fromString(cursor.values().getFirst());
    } catch (IllegalArgumentException wrong) {
      throw ProblemException.invalid("/cursor", "cursor", "This cursor is not valid here.");
    }
  }

  /** Sets what is known from now on; an empty phone or email is forgotten. */
  ContactView correct(Party agent, UUID visitorId, @Nullable String ifMatch, Person person) {
    access.requireVisitor(agent, visitorId);
    long expected = Preconditions.expectedVersion(ifMatch);
    UUID tenantId = agent.tenantId();
    return database.inTransaction(
        () -> {
          int changed =
              database.update(
                  """
                  update visitor set name = coalesce(?::text, name), phone = ?, email = ?, version = version + 1
                  where tenant_id = ? and id = ? and version = ?""",
                  person.name(),
                  person.phone(),
                  person.email(),
                  tenantId,
                  visitorId,
                  expected);
          if (changed == 0) {
            throw Preconditions.stale();
          }
          index.visitor(tenantId, visitorId);
          announceAll(tenantId, visitorId);
          return read(tenantId, visitorId);
        });
  }

  /** The desks that show one of the visitor's newest conversations show it anew. */
  private void announceAll(UUID tenantId, UUID visitorId) {
    var touched =
        database.list(
            """
            update conversation set version = version + 1 where id in (
              select id from conversation where tenant_id = ? and visitor_id = ?
              order by last_activity_at desc, id desc limit 20)
            returning id""",
            row -> row.getObject(1, UUID.class),
            tenantId,
            visitorId);
    database.afterCommit(() -> touched.forEach(id -> announcer.announceToAgents(tenantId, id)));
  }

  private ContactView read(UUID tenantId, UUID visitorId) {
    return database
        .first(
            SELECT + "where v.tenant_id = ? and v.id = ?", Contacts::contact, tenantId, visitorId)
        .orElseThrow(() -> ProblemException.notFound("visitor"));
  }

  private static ContactView contact(ResultSet row) throws SQLException {
    UUID id = row.getObject(1, UUID.class);
    String name = row.getString(2);
    String reason = row.getString(7);
    return new ContactView(
        id,
        name,
        row.getString(3),
        row.getString(4),
        row.getObject(5, OffsetDateTime.class).toInstant(),
        row.getLong(6),
        reason == null
            ? null
            : new BlockView(
                id,
                name,
                reason,
                row.getObject(8, UUID.class),
                row.getString(9),
                row.getObject(10, OffsetDateTime.class).toInstant(),
                instant(row.getObject(11, OffsetDateTime.class))),
        row.getString(12),
        data(row.getArray(13)));
  }

  private static @Nullable Map<String, String> data(@Nullable Array pairs) throws SQLException {
    if (pairs == null) {
      return null;
    }
    Map<String, String> data = new LinkedHashMap<>();
    for (String[] pair : (String[][]) pairs.getArray()) {
      data.put(pair[0], pair[1]);
    }
    return data;
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }
}
