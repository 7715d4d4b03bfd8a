package io.dakenh.livetalk.conversation;

import io.dakenh.livetalk.attachment.Attachment;
import io.dakenh.livetalk.attachment.AttachmentLinks;
import io.dakenh.livetalk.conversation.Conversation.Participant;
import io.dakenh.livetalk.conversation.ConversationView.AgentView;
import io.dakenh.livetalk.conversation.ConversationView.PageView;
import io.dakenh.livetalk.conversation.ConversationView.VisitorView;
import io.dakenh.livetalk.message.Message;
import io.dakenh.livetalk.message.MessageExtras;
import io.dakenh.livetalk.party.Face;
import io.dakenh.livetalk.party.Party;
import io.dakenh.livetalk.settings.Representation;
import io.dakenh.livetalk.store.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads conversations. Every query names the tenant and walks an index made for it. */
@ApplicationScoped
class ConversationRepository {
  private static final String SELECT =
      """
      select c.id, c.tenant_id, c.version, c.epoch, c.state, c.channel_kind, c.visitor_id, v.name, c.department_id,
        c.last_sequence, c.visitor_read_sequence, c.opened_at, c.last_activity_at, c.closed_at, c.page_url, c.page_title,
        m.id, m.author_kind, m.author_id,
        case m.author_kind when 'agent' then s.name when 'visitor' then v.name else coalesce(b.content ->> 'name', t.name) end,
        case m.author_kind when 'agent' then s.avatar_url when 'system' then b.content ->> 'avatarUrl' end, m.body, m.client_message_id, m.sent_at,
        a.ids, a.names, a.avatars, a.marks, v.phone, v.email, c.answers,
        w.id, w.name, w.avatar_url, a.after, \
      """
          + Representation.COLUMNS
          + ", "
          + CareFacts.COLUMNS
          + ", c.revision as message_revision, c.visitor_delivered_sequence, c.agents_delivered_sequence, "
          + MessageExtras.COLUMN
          + " as message_extras, v.picture_id as visitor_picture"
          + """
       from conversation c
      join visitor v on v.tenant_id = c.tenant_id and v.id = c.visitor_id
      left join message m on m.conversation_id = c.id and m.sequence = c.last_sequence
      left join staff s on m.author_kind = 'agent' and s.tenant_id = c.tenant_id and s.id = m.author_id
      left join staff w on w.tenant_id = c.tenant_id and w.id = c.wanted_agent_id
      left join section_settings b on m.author_kind = 'system' and b.tenant_id = c.tenant_id and b.section = 'button'
      left join tenant t on m.author_kind = 'system' and t.id = c.tenant_id
      left join lateral (
        select array_agg(p.agent_id order by p.joined_at, p.agent_id) as ids,
          array_agg(coalesce(st.name, '') order by p.joined_at, p.agent_id) as names,
          array_agg(st.avatar_url order by p.joined_at, p.agent_id) as avatars,
          array_agg(p.read_sequence order by p.joined_at, p.agent_id) as marks,
          array_agg(p.joined_after order by p.joined_at, p.agent_id) as after
        from conversation_participant p
        left join staff st on st.tenant_id = p.tenant_id and st.id = p.agent_id
        where p.conversation_id = c.id
      ) a on true
      """
          + Representation.JOIN
          + CareFacts.JOIN
          + " where c.tenant_id = ?\n";

  private static final String NEWEST_FIRST =
      " and (c.last_activity_at, c.id) < (?, ?) order by c.last_activity_at desc, c.id desc limit ?";

  static final String VISIBLE_TO_AGENT = AgentScope.CONDITION;

  private static final Instant FAR_FUTURE = Instant.parse("9999-01-01T00:00:00Z");
  private static final UUID LAST_ID = new UUID(-1L, -1L);

  private final Database database;
  private final MessageExtras extras;
  private final AttachmentLinks links;

  @Inject
  ConversationRepository(Database database, MessageExtras extras, AttachmentLinks links) {
    this.database = database;
    this.extras = extras;
    this.links = links;
  }

  /** Where a page begins: behind this conversation. */
  record Position(Instant lastActivityAt, UUID id) {
    static final Position START = new Position(FAR_FUTURE, LAST_ID);
  }

  /** One conversation, whoever asks. */
  Optional<Conversation> find(UUID tenantId, UUID id) {
    return database.first(SELECT + " and c.id = ?", this::read, tenantId, id);
  }

  /** One conversation, if the reader may see it. */
  Optional<Conversation> find(Party reader, UUID[] departments, UUID id) {
    if (reader.visitor()) {
      return database.first(
          SELECT + " and c.id = ? and c.visitor_id = ?",
          this::read,
          reader.tenantId(),
          id,
          reader.id());
    }
    return database.first(
        SELECT + " and c.id = ?" + VISIBLE_TO_AGENT,
        this::read,
        reader.tenantId(),
        id,
        reader.owner(),
        departments,
        reader.id());
  }

  /** A visitor's conversations, newest activity first. */
  List<Conversation> ofVisitor(Party visitor, int limit) {
    return database.list(
        SELECT + " and c.visitor_id = ?" + NEWEST_FIRST,
        this::read,
        visitor.tenantId(),
        visitor.id(),
        Position.START.lastActivityAt(),
        Position.START.id(),
        limit);
  }

  /** The open conversations an agent takes part in, newest activity first. */
  List<Conversation> mine(Party agent, Position behind, int limit) {
    return database.list(
        SELECT
            + " and c.id in (select q.conversation_id from conversation_participant q"
            + " where q.tenant_id = c.tenant_id and q.agent_id = ? and q.open)"
            + NEWEST_FIRST,
        this::read,
        agent.tenantId(),
        agent.id(),
        behind.lastActivityAt(),
        behind.id(),
        limit);
  }

  /** What a list shows, newest activity first. */
  List<Conversation> list(UUID tenantId, ListQuery query, Position behind, int limit) {
    List<@Nullable Object> values = new ArrayList<>();
    values.add(tenantId);
    values.addAll(query.values());
    values.add(behind.lastActivityAt());
    values.add(behind.id());
    values.add(limit);
    return database.list(SELECT + query.condition() + NEWEST_FIRST, this::read, values.toArray());
  }

  /** How many conversations a list has, up to the limit. */
  int count(UUID tenantId, ListQuery query, int limit) {
    List<@Nullable Object> values = new ArrayList<>();
    values.add(tenantId);
    values.addAll(query.values());
    values.add(limit);
    return database
        .first(
            "select count(*) from (select 1 from conversation c where c.tenant_id = ? "
                + query.condition()
                + " limit ?) as counted",
            row -> row.getInt(1),
            values.toArray())
        .orElse(0);
  }

  /** Those of the conversations that the agent may see. */
  List<Conversation> some(Party agent, UUID[] departments, UUID[] ids) {
    return database.list(
        SELECT + " and c.id = any (?)" + VISIBLE_TO_AGENT,
        this::read,
        agent.tenantId(),
        ids,
        agent.owner(),
        departments,
        agent.id());
  }

  /** Where a conversation stands, and who stands for its agents before the visitor. */
  record Head(UUID id, long epoch, long lastSequence, long revision, @Nullable Face face) {}

  /** Where those of the conversations stand that the reader may see. */
  List<Head> heads(Party reader, UUID[] departments, UUID[] ids) {
    String select =
        "select c.id, c.epoch, c.last_sequence, c.revision, "
            + Representation.COLUMNS
            + " from conversation c "
            + Representation.JOIN
            + " where c.tenant_id = ? and c.id = any (?)";
    if (reader.visitor()) {
      return database.list(
          select + " and c.visitor_id = ?",
          ConversationRepository::head,
          reader.tenantId(),
          ids,
          reader.id());
    }
    return database.list(
        select + VISIBLE_TO_AGENT,
        ConversationRepository::head,
        reader.tenantId(),
        ids,
        reader.owner(),
        departments,
        reader.id());
  }

  private static Head head(ResultSet row) throws SQLException {
    return new Head(
        row.getObject(1, UUID.class),
        row.getLong(2),
        row.getLong(3),
        row.getLong(4),
        Representation.face(row, 5));
  }

  private Conversation read(ResultSet row) throws SQLException {
    VisitorView visitor =
        new VisitorView(
            row.getObject(7, UUID.class),
            row.getString(8),
            row.getString(29),
            row.getString(30),
            Answers.read(row.getString(31)),
            wanted(row),
            picture(row));
    String url = row.getString(15);
    String title = row.getString(16);
    return new Conversation(
        row.getObject(1, UUID.class),
        row.getObject(2, UUID.class),
        row.getLong(3),
        row.getLong(4),
        row.getString(5),
        row.getString(6),
        visitor,
        row.getObject(9, UUID.class),
        participants(row),
        row.getLong(10),
        row.getLong(11),
        new Conversation.Delivered(
            row.getLong("visitor_delivered_sequence"), row.getLong("agents_delivered_sequence")),
        lastMessage(row),
        instant(row.getObject(12, OffsetDateTime.class)),
        instant(row.getObject(13, OffsetDateTime.class)),
        row.getObject(14) == null ? null : instant(row.getObject(14, OffsetDateTime.class)),
        url == null ? null : new PageView(url, title == null ? "" : title),
        Representation.face(row, 36),
        CareFacts.read(row),
        row.getLong("message_revision"));
  }

  private @Nullable String picture(ResultSet row) throws SQLException {
    UUID picture = row.getObject("visitor_picture", UUID.class);
    return picture == null
        ? null
        : links.url(row.getObject(2, UUID.class), picture, Attachment.Part.FILE);
  }

  private static @Nullable AgentView wanted(ResultSet row) throws SQLException {
    UUID id = row.getObject(32, UUID.class);
    return id == null ? null : new AgentView(id, row.getString(33), row.getString(34), null);
  }

  private @Nullable Message lastMessage(ResultSet row) throws SQLException {
    UUID id = row.getObject(17, UUID.class);
    return id == null
        ? null
        : Message.text(
                id,
                row.getLong(10),
                new Message.Author(
                    row.getString(18),
                    row.getObject(19, UUID.class),
                    Objects.requireNonNullElse(row.getString(20), ""),
                    row.getString(21)),
                row.getString(22),
                row.getObject(23, UUID.class),
                instant(row.getObject(24, OffsetDateTime.class)))
            .with(extras.read(row.getObject(2, UUID.class), row.getString("message_extras")));
  }

  private static List<Participant> participants(ResultSet row) throws SQLException {
    if (row.getArray(25) == null) {
      return List.of();
    }
    UUID[] ids = (UUID[]) row.getArray(25).getArray();
    String[] names = (String[]) row.getArray(26).getArray();
    String[] avatars = (String[]) row.getArray(27).getArray();
    Long[] marks = (Long[]) row.getArray(28).getArray();
    Long[] after = (Long[]) row.getArray(35).getArray();
    List<Participant> participants = new ArrayList<>(ids.length);
    for (int i = 0; i < ids.length; i++) {
      participants.add(
          new Participant(new AgentView(ids[i], names[i], avatars[i], after[i]), marks[i]));
    }
    return participants;
  }

  private static Instant instant(OffsetDateTime time) {
    return time.toInstant();
  }
}
