package io.dakenh.routing.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dakenh.platform.problem.ProblemException;
import io.dakenh.platform.web.Cursor;
import io.dakenh.platform.web.Page;
import io.dakenh.platform.web.PageRequest;
import io.dakenh.routing.allocation.AllocationService.Person;
import io.dakenh.routing.desk.StepView.Named;
import io.dakenh.routing.store.Database;
import io.dakenh.routing.store.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the desk reads. Every statement names the tenant, and the person unless it is an owner. */
@ApplicationScoped
class DeskQueries {
  private static final String OFFERS =
      """
      select o.id, coalesce(a.call_conversation_id, o.conversation_id) as conversation_id, o.department_id, o.department_name,
             a.visitor_name, a.channel_kind, a.preview, o.made_at, o.expires_at, a.kind,
             case when a.kind = 'call' then a.conversation_id end as call_id, a.media, clock_timestamp() as server_time
      from offer o join allocation a on a.id = o.allocation_id
      where o.tenant_id = ? and o.agent_id = ? and o.state = 'pending' and o.expires_at > clock_timestamp()
        and (o.made_at, o.id) > (?, ?)
      order by o.made_at, o.id limit ?""";

  private static final String QUEUE =
      """
      select * from (
        select q.conversation_id, q.department_id, d.name as department_name, q.visitor_name, q.channel_kind, q.preview, q.opened_at,
               q.queued_at, q.queue_reason, q.id,
               row_number() over (partition by q.department_id order by q.opened_at, q.id) as position
        from allocation q join department d on d.tenant_id = q.tenant_id and d.id = q.department_id
        where q.tenant_id = ? and q.state = 'queued'
          and (? or q.department_id in (select m.department_id from department_member m where m.tenant_id = ? and m.agent_id = ?))
      ) queue
      where (opened_at, conversation_id) > (?, ?)
      order by opened_at, conversation_id limit ?""";

  private static final String VISIBLE =
      """
      select 1 as visible from allocation a
      where a.tenant_id = ? and a.conversation_id = ?
        and (? or a.winner_id = ?
             or exists (select 1 from allocation_step s
                        where s.tenant_id = a.tenant_id and s.conversation_id = a.conversation_id and s.kind = 'joined' and s.agent_id = ?)
             or coalesce(a.department_id, a.requested_department_id) in
                  (select m.department_id from department_member m where m.tenant_id = ? and m.agent_id = ?))""";

  private static final String STEPS =
      """
      select s.id, s.at, s.kind, s.department_id, coalesce(d.name, '') as department_name, s.agent_id,
             coalesce(nullif(g.name, ''), w.winner_name, '') as agent_name, s.offer_id, s.round, s.reason,
             (select json_agg(json_build_object('id', c.id, 'name', coalesce(n.name, '')) order by c.place)
              from unnest(s.candidates) with ordinality as c (id, place)
                left join agent n on n.tenant_id = s.tenant_id and n.id = c.id)::text as candidates
      from allocation_step s
        left join department d on d.tenant_id = s.tenant_id and d.id = s.department_id
        left join agent g on g.tenant_id = s.tenant_id and g.id = s.agent_id
        left join allocation w on w.tenant_id = s.tenant_id and w.conversation_id = s.conversation_id and w.winner_id = s.agent_id
      where s.tenant_id = ? and s.conversation_id = ? and s.id > ?
      order by s.id limit ?""";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<List<Named>> NAMES = new TypeReference<>() {};
  private static final UUID FIRST = new UUID(0, 0);

  private final Database database;

  @Inject
  DeskQueries(Database database) {
    this.database = database;
  }

  Page<OfferView> offers(Person person, PageRequest page) {
    Position after = Position.of(page.cursor);
    List<OfferView> found =
        database.query(
            OFFERS,
            DeskQueries::offer,
            person.tenantId(),
            person.id(),
            after.at(),
            after.id(),
            page.limit + 1);
    return Page.cut(found, page.limit, last -> Cursor.of(last.madeAt(), last.id()));
  }

  Page<QueuedView> queue(Person person, PageRequest page) {
    Position after = Position.of(page.cursor);
    List<QueuedView> found =
        database.query(
            QUEUE,
            DeskQueries::queued,
            person.tenantId(),
            person.owner(),
            person.tenantId(),
            person.id(),
            after.at(),
            after.id(),
            page.limit + 1);
    return Page.cut(found, page.limit, last -> Cursor.of(last.openedAt(), last.conversationId()));
  }

  Page<StepView> timeline(Person person, UUID conversationId, PageRequest page) {
    if (database
        .first(
            VISIBLE,
            row -> row.integer("visible"),
            person.tenantId(),
            conversationId,
            person.owner(),
            person.id(),
            person.id(),
            person.tenantId(),
            person.id())
        .isEmpty()) {
      throw ProblemException.notFound("conversation");
    }
    List<StepView> found =
        database.query(
            STEPS,
            DeskQueries::step,
            person.tenantId(),
            conversationId,
            stepId(page.cursor),
            page.limit + 1);
    return Page.cut(found, page.limit, last -> Cursor.of(last.id()));
  }

  private record Position(Instant at, UUID id) {
    static Position of(@Nullable String cursor) {
      Cursor decoded = Cursor.decode(cursor, 2);
      if (decoded == null) {
        return new Position(Instant.EPOCH, FIRST);
      }
      try {
        return new Position(
            Instant.parse(decoded.values().getFirst()),
            UUID.fromString(decoded.values().getLast()));
      } catch (DateTimeException | IllegalArgumentException foreign) {
        throw foreignCursor();
      }
    }
  }

  private static long stepId(@Nullable String cursor) {
    Cursor decoded = Cursor.decode(cursor, 1);
    try {
      return decoded == null ? 0 : Long.parseLong(decoded.values().getFirst());
    } catch (NumberFormatException foreign) {
      throw foreignCursor();
    }
  }

  private static ProblemException foreignCursor() {
    return ProblemException.invalid("/cursor", "cursor", "This cursor is not valid here.");
  }

  private static OfferView offer(Row row) throws SQLException {
    return new OfferView(
        row.id("id"),
        row.id("conversation_id"),
        row.id("department_id"),
        row.text("department_name"),
        row.text("visitor_name"),
        row.text("channel_kind"),
        row.text("preview"),
        row.instant("made_at"),
        row.instant("expires_at"),
        row.instant("server_time"),
        row.text("kind"),
        row.maybeId("call_id"),
        row.maybeText("media"));
  }

  private static QueuedView queued(Row row) throws SQLException {
    return new QueuedView(
        row.id("conversation_id"),
        row.id("department_id"),
        row.text("department_name"),
        row.text("visitor_name"),
        row.text("channel_kind"),
        row.text("preview"),
        row.instant("opened_at"),
        row.instant("queued_at"),
        row.text("queue_reason"),
        row.number("position"));
  }

  private static StepView step(Row row) throws SQLException {
    int round = row.integer("round");
    return new StepView(
        row.number("id"),
        row.instant("at"),
        row.text("kind"),
        named(row.maybeId("department_id"), row.text("department_name")),
        named(row.maybeId("agent_id"), row.text("agent_name")),
        row.maybeId("offer_id"),
        round == 0 ? null : round,
        row.maybeText("reason"),
        candidates(row.maybeText("candidates")));
  }

  private static @Nullable List<Named> candidates(@Nullable String json) {
    if (json == null) {
      return null;
    }
    try {
      return JSON.readValue(json, NAMES);
    } catch (JsonProcessingException unreadable) {
      throw new IllegalStateException("the database wrote no JSON", unreadable);
    }
  }

  private static @Nullable Named named(@Nullable UUID id, String name) {
    return id == null ? null : new Named(id, name);
  }
}
