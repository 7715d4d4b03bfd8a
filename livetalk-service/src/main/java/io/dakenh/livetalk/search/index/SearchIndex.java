package io.dakenh.livetalk.search.index;

import io.dakenh.livetalk.store.Database;
import io.dakenh.livetalk.store.RowReader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps the words of messages and visitors. Doing it again changes nothing. */
@ApplicationScoped
public class SearchIndex {
  private static final String KEEP =
      """
      insert into search_entry (conversation_id, sequence, tenant_id, at, words) values (?, ?, ?, ?, array_to_tsvector(?))
      on conflict (conversation_id, sequence) do update set words = excluded.words""";

  private static final String TOLD =
      """
      select c.id, 0, c.tenant_id, c.opened_at,
        concat_ws(' ', v.name, v.phone, regexp_replace(v.phone, '^\\+84', '0'), v.email,
          (select string_agg(answer ->> 'value', ' ') from jsonb_array_elements(c.answers) answer))
      from conversation c
      join visitor v on v.tenant_id = c.tenant_id and v.id = c.visitor_id
      where c.tenant_id = ?""";

  private static final RowReader<Entry> ENTRY =
      row ->
          new Entry(
              row.getObject(1, UUID.class),
              row.getLong(2),
              row.getObject(3, UUID.class),
              row.getObject(4, OffsetDateTime.class).toInstant(),
              row.getString(5));

  private final Database database;

  @Inject
  SearchIndex(Database database) {
    this.database = database;
  }

  private record Entry(UUID conversationId, long sequence, UUID tenantId, Instant at, String text) {
    @Nullable Object[] row() {
      return new Object[] {
        conversationId, sequence, tenantId, at, Lexemes.of(tenantId, Words.of(text))
      };
    }
  }

  /** A message, named by its place. */
  public record Place(UUID conversationId, long sequence) {}

  /**
   * Keeps the words of these messages; one that does not exist any more is passed over. Runs inside
   * the caller's transaction, and whoever changes one of them meanwhile waits for its end.
   */
  public void messages(List<Place> places) {
    keep(
        database.list(
            """
            select m.conversation_id, m.sequence, m.tenant_id, m.sent_at, m.body
            from unnest(?::uuid[], ?::bigint[]) as wanted (conversation_id, sequence)
            join message m on m.conversation_id = wanted.conversation_id and m.sequence = wanted.sequence
            order by m.conversation_id, m.sequence for share of m""",
            ENTRY,
            places.stream().map(Place::conversationId).toArray(UUID[]::new),
            places.stream().map(Place::sequence).toArray(Long[]::new)));
  }

  /** Keeps what the visitor of a conversation told. */
  public void conversation(UUID tenantId, UUID conversationId) {
    keep(database.list(TOLD + " and c.id = ?", ENTRY, tenantId, conversationId));
  }

  /** Keeps what is known of a visitor now, in each of the visitor's conversations. */
  public void visitor(UUID tenantId, UUID visitorId) {
    keep(database.list(TOLD + " and c.visitor_id = ?", ENTRY, tenantId, visitorId));
  }

  private void keep(List<Entry> entries) {
    database.updateEach(KEEP, entries.stream().map(Entry::row).toList());
  }
}
