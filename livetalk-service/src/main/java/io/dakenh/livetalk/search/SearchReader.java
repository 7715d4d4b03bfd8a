package io.dakenh.livetalk.search;

import io.dakenh.livetalk.conversation.AgentScope;
import io.dakenh.livetalk.conversation.ConversationReader;
import io.dakenh.livetalk.conversation.ConversationView;
import io.dakenh.livetalk.conversation.ConversationView.AnswerView;
import io.dakenh.livetalk.conversation.ConversationView.VisitorView;
import io.dakenh.livetalk.message.History;
import io.dakenh.livetalk.message.Message;
import io.dakenh.livetalk.party.Party;
import io.dakenh.livetalk.search.index.Lexemes;
import io.dakenh.livetalk.search.index.Words;
import io.dakenh.livetalk.store.Database;
import io.dakenh.platform.problem.ProblemException;
import io.dakenh.platform.web.Cursor;
import io.dakenh.platform.web.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds words in what the reader may see, newest first. */
@ApplicationScoped
class SearchReader {
  private static final long VISITOR = 0;
  private static final Instant FAR_FUTURE = Instant.parse("9999-01-01T00:00:00Z");
  private static final UUID LAST_ID = new UUID(-1L, -1L);

  private final Database database;
  private final ConversationReader conversations;
  private final History history;

  @Inject
  SearchReader(Database database, ConversationReader conversations, History history) {
    this.database = database;
    this.conversations = conversations;
    this.history = history;
  }

  private record Place(UUID conversationId, long sequence, Instant at) {
    static final Place START = new Place(LAST_ID, Long.MAX_VALUE, FAR_FUTURE);
  }

  /** One page of what was found. */
  Page<SearchHit> find(Party agent, String query, @Nullable String cursor, int limit) {
    List<String> wanted = Words.wanted(query);
    if (wanted.isEmpty()) {
      throw ProblemException.invalid("/q", "no-words", "Type a word or a number to search for.");
    }
    Page<Place> page =
        Page.cut(
            places(agent, wanted, position(cursor), limit + 1),
            limit,
            last -> Cursor.of(last.at(), last.conversationId(), last.sequence()));
    Map<UUID, ConversationView> summaries =
        conversations
            .some(agent, page.items().stream().map(Place::conversationId).distinct().toList())
            .stream()
            .collect(Collectors.toMap(ConversationView::id, Function.identity()));
    Map<Place, Message> messages = messages(agent, page.items());
    return new Page<>(
        page.items().stream()
            .map(
                place ->
                    hit(place, summaries.get(place.conversationId()), messages.get(place), wanted))
            .filter(Objects::nonNull)
            .toList(),
        page.nextCursor());
  }

  private List<Place> places(Party agent, List<String> wanted, Place behind, int limit) {
    AgentScope scope = conversations.scope(agent);
    return database.list(
        """
        select e.conversation_id, e.sequence, e.at
        from search_entry e
        join conversation c on c.id = e.conversation_id
        where e.words @@ ?::tsquery and e.tenant_id = ? and c.tenant_id = ?"""
            + AgentScope.CONDITION
            + """
             and (e.at, e.conversation_id, e.sequence) < (?, ?, ?)
            order by e.at desc, e.conversation_id desc, e.sequence desc limit ?""",
        row ->
            new Place(
                row.getObject(1, UUID.class),
                row.getLong(2),
                row.getObject(3, OffsetDateTime.class).toInstant()),
        Lexemes.query(agent.tenantId(), wanted),
        agent.tenantId(),
        agent.tenantId(),
        scope.everything(),
        scope.departments(),
        scope.agentId(),
        behind.at(),
        behind.conversationId(),
        behind.sequence(),
        limit);
  }

  private Map<Place, Message> messages(Party agent, List<Place> places) {
    List<Place> said = places.stream().filter(place -> place.sequence() != VISITOR).toList();
    Map<UUID, Map<Long, Message>> found = new HashMap<>();
    history
        .at(
            agent.tenantId(),
            said.stream().map(Place::conversationId).toArray(UUID[]::new),
            said.stream().map(Place::sequence).toArray(Long[]::new))
        .forEach(
            each ->
                found
                    .computeIfAbsent(each.conversationId(), id -> new HashMap<>())
                    .put(each.message().sequence(), each.message()));
    Map<Place, Message> messages = new HashMap<>();
    for (Place place : said) {
      Message message = found.getOrDefault(place.conversationId(), Map.of()).get(place.sequence());
      if (message != null) {
        messages.put(place, message);
      }
    }
    return messages;
  }

  /** Null for what went away while it was searched. */
  private static @Nullable SearchHit hit(
      Place place,
      @Nullable ConversationView conversation,
      @Nullable Message message,
      List<String> wanted) {
    if (conversation == null || (message == null && place.sequence() != VISITOR)) {
      return null;
    }
    Excerpt excerpt =
        Excerpt.of(message == null ? told(conversation.visitor()) : message.text(), wanted);
    return new SearchHit(
        conversation,
        message == null ? null : message.sequence(),
        message == null ? null : message.author(),
        place.at(),
        excerpt.text(),
        excerpt.highlights());
  }

  private static String told(VisitorView visitor) {
    Stream<String> answers =
        visitor.fields() == null
            ? Stream.empty()
            : visitor.fields().stream().map(AnswerView::value);
    return String.join(
        " · ",
        Stream.concat(Stream.of(visitor.name(), visitor.phone(), visitor.email()), answers)
            .filter(Objects::nonNull)
            .filter(each -> !each.isEmpty())
            .toList());
  }

  private static Place position(@Nullable String encoded) {
    Cursor cursor = Cursor.decode(encoded, 3);
    if (cursor == null) {
      return Place.START;
    }
    try {
      return new Place(
          UUID.fromString(cursor.values().get(1)),
          Long.parseLong(cursor.values().get(2)),
          Instant.parse(cursor.values().get(0)));
    } catch (DateTimeParseException | IllegalArgumentException wrong) {
      throw ProblemException.invalid("/cursor", "cursor", "This cursor is not valid here.");
    }
  }
}
