package io.dakenh.livetalk.message;

import io.dakenh.livetalk.store.Database;
import io.dakenh.livetalk.store.RowReader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads stored messages. Callers have checked that the reader may see the conversation. */
@ApplicationScoped
public class History {
  private static final int PAGE = 100;
  private static final int PAGE_CHARACTERS = 16_000;

  private static final String ANYWHERE =
      """
      select m.id, m.sequence, m.author_kind, m.author_id, coalesce(s.name, v.name, b.content ->> 'name', t.name, ''),
        coalesce(s.avatar_url, b.content ->> 'avatarUrl'), m.body, m.client_message_id, m.sent_at, m.revision, EXTRAS,
        m.conversation_id
      from message m
      left join staff s on m.author_kind = 'agent' and s.tenant_id = m.tenant_id and s.id = m.author_id
      left join visitor v on m.author_kind = 'visitor' and v.tenant_id = m.tenant_id and v.id = m.author_id
      left join section_settings b on m.author_kind = 'system' and b.tenant_id = m.tenant_id and b.section = 'button'
      left join tenant t on m.author_kind = 'system' and t.id = m.tenant_id
      where m.tenant_id = ?
      """
          .replace("EXTRAS", MessageExtras.COLUMN);

  private static final String SELECT = ANYWHERE + " and m.conversation_id = ?\n";

  private final Database database;
  private final MessageExtras extras;

  @Inject
  History(Database database, MessageExtras extras) {
    this.database = database;
    this.extras = extras;
  }

  private RowReader<Message> message(UUID tenantId) {
    return row ->
        Message.text(
                row.getObject(1, UUID.class),
                row.getLong(2),
                new Message.Author(
                    row.getString(3),
                    row.getObject(4, UUID.class),
                    row.getString(5),
                    row.getString(6)),
                row.getString(7),
                row.getObject(8, UUID.class),
                row.getObject(9, OffsetDateTime.class).toInstant())
            .with(extras.read(tenantId, row.getString(11)));
  }

  /** A piece of the history, ascending; {@code more} when it was cut for its size. */
  public record Piece(List<Message> messages, boolean more) {}

  /** What follows a sequence, in pieces small enough for one frame. */
  public Piece after(UUID tenantId, UUID conversationId, long sequence) {
    List<Message> found =
        database.list(
            SELECT + " and m.sequence > ? order by m.sequence limit ?",
            message(tenantId),
            tenantId,
            conversationId,
            sequence,
            PAGE + 1);
    List<Message> piece = new ArrayList<>();
    int characters = 0;
    for (Message message : found) {
      if (piece.size() == PAGE
          || (characters > 0 && characters > PAGE_CHARACTERS - message.weight())) {
        return new Piece(piece, true);
      }
      characters += message.weight();
      piece.add(message);
    }
    return new Piece(piece, false);
  }

  /**
   * The newest messages before a sequence, ascending.
   *
   * @param before null for the newest of all
   * @return up to {@code limit + 1}: the oldest is one too many when more exist
   */
  public List<Message> before(
      UUID tenantId, UUID conversationId, @Nullable Long before, int limit) {
    long bound = before == null ? Long.MAX_VALUE : before;
    return database
        .list(
            SELECT + " and m.sequence < ? order by m.sequence desc limit ?",
            message(tenantId),
            tenantId,
            conversationId,
            bound,
            limit + 1)
        .reversed();
  }

  /** A message and the conversation it stands in. */
  public record Found(UUID conversationId, Message message) {}

  /**
   * Messages named by their places, in no order.
   *
   * @param conversationIds and {@code sequences}: the places, pair by pair
   */
  public List<Found> at(UUID tenantId, UUID[] conversationIds, Long[] sequences) {
    RowReader<Message> reader = message(tenantId);
    return database.list(
        ANYWHERE
            + " and (m.conversation_id, m.sequence) in (select * from unnest(?::uuid[], ?::bigint[]))",
        row -> new Found(row.getObject(12, UUID.class), reader.read(row)),
        tenantId,
        conversationIds,
        sequences);
  }

  /** One message as it stands now. */
  public Optional<Message> one(UUID tenantId, UUID conversationId, long sequence) {
    return database.first(
        SELECT + " and m.sequence = ?", message(tenantId), tenantId, conversationId, sequence);
  }

  /**
   * Messages that were changed, as they stand now.
   *
   * @param revision up to which all changes are in it
   * @param more whether there are further ones
   */
  public record Changes(List<Message> messages, long revision, boolean more) {}

  /**
   * What changed behind a revision of the messages a reader holds.
   *
   * @param lastSequence of what the reader holds; later messages are read as they are anyway
   * @param upTo the conversation's revision, known before this is read
   */
  public Changes changed(
      UUID tenantId, UUID conversationId, long revision, long lastSequence, long upTo) {
    List<Changed> found =
        database.list(
            SELECT + " and m.revision > ? and m.sequence <= ? order by m.revision limit ?",
            row -> new Changed(message(tenantId).read(row), row.getLong(10)),
            tenantId,
            conversationId,
            revision,
            lastSequence,
            PAGE + 1);
    List<Message> changed = new ArrayList<>();
    int characters = 0;
    long last = revision;
    for (Changed one : found) {
      if (changed.size() == PAGE
          || (characters > 0 && characters > PAGE_CHARACTERS - one.message().weight())) {
        return new Changes(changed, last, true);
      }
      characters += one.message().weight();
      changed.add(one.message());
      last = one.revision();
    }
    return new Changes(changed, Math.max(upTo, last), false);
  }

  private record Changed(Message message, long revision) {}
}
