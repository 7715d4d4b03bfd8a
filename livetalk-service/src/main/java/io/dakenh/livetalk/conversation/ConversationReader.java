package io.dakenh.livetalk.conversation;

import io.dakenh.livetalk.conversation.ConversationRepository.Position;
import io.dakenh.livetalk.conversation.ListQuery.Filter;
import io.dakenh.livetalk.conversation.ListQuery.View;
import io.dakenh.livetalk.directory.Directory;
import io.dakenh.livetalk.message.History;
import io.dakenh.livetalk.message.Message;
import io.dakenh.livetalk.party.Face;
import io.dakenh.livetalk.party.Party;
import io.dakenh.platform.problem.ProblemException;
import io.dakenh.platform.web.Cursor;
import io.dakenh.platform.web.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a reader may see of conversations, for sockets and for HTTP. */
@ApplicationScoped
public class ConversationReader {
  private static final int FIRST_OF_VISITOR = 20;
  private static final int FIRST_OF_AGENT = 100;
  private static final int MOST_COUNTED = 1_000;
  private static final UUID[] NONE = {};

  private final ConversationRepository conversations;
  private final History history;
  private final Directory directory;

  @Inject
  ConversationReader(ConversationRepository conversations, History history, Directory directory) {
    this.conversations = conversations;
    this.history = history;
    this.directory = directory;
  }

  /** The conversations a new socket begins with. */
  public List<ConversationView> first(Party reader) {
    List<Conversation> found =
        reader.visitor()
            ? conversations.ofVisitor(reader, FIRST_OF_VISITOR)
            : conversations.mine(reader, Position.START, FIRST_OF_AGENT);
    return found.stream().map(one -> one.seenBy(reader)).toList();
  }

  /**
   * Where a conversation stands, as far as the reader may know.
   *
   * @param revision of the last change of any of its messages
   * @param face stands for the agents before a visitor
   */
  public record Head(long epoch, long lastSequence, long revision, @Nullable Face face) {}

  /** Where those of the conversations stand that the reader may see; the others are absent. */
  public Map<UUID, Head> heads(Party reader, Collection<UUID> ids) {
    Map<UUID, Head> heads = new HashMap<>();
    conversations
        .heads(reader, departments(reader), ids.toArray(UUID[]::new))
        .forEach(
            head ->
                heads.put(
                    head.id(),
                    new Head(head.epoch(), head.lastSequence(), head.revision(), head.face())));
    return heads;
  }

  /** One page of a list. */
  Page<ConversationView> list(
      Party agent, View view, Filter filter, @Nullable String cursor, int limit) {
    ListQuery query = ListQuery.of(view, agent, departments(agent), filter);
    List<Conversation> found =
        conversations.list(agent.tenantId(), query, position(cursor), limit + 1);
    return Page.cut(found, limit, last -> Cursor.of(last.lastActivityAt(), last.id()))
        .map(one -> one.seenBy(agent));
  }

  /** How many conversations each list has; beyond {@link #MOST_COUNTED} nobody counts. */
  Map<String, Integer> counts(Party agent, Filter filter) {
    UUID[] departments = departments(agent);
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (View view : View.values()) {
      ListQuery query = ListQuery.counting(view, agent, departments, filter);
      counts.put(view.code(), conversations.count(agent.tenantId(), query, MOST_COUNTED));
    }
    return counts;
  }

  /** What someone of the business may see. */
  public AgentScope scope(Party agent) {
    return new AgentScope(agent.owner(), departments(agent), agent.id());
  }

  /** Those of the conversations that the agent may see, as they are now. */
  public List<ConversationView> some(Party agent, Collection<UUID> ids) {
    return conversations.some(agent, departments(agent), ids.toArray(UUID[]::new)).stream()
        .map(one -> one.seenBy(agent))
        .toList();
  }

  /** One conversation. */
  ConversationView one(Party agent, UUID id) {
    return find(agent, id).seenBy(agent);
  }

  /** One page of its messages; the cursor is the sequence of the page's first. */
  List<Message> messages(Party agent, UUID id, @Nullable Long before, int limit) {
    find(agent, id);
    return history.before(agent.tenantId(), id, before, limit);
  }

  private Conversation find(Party agent, UUID id) {
    return conversations
        .find(agent, departments(agent), id)
        .orElseThrow(() -> ProblemException.notFound("conversation"));
  }

  private UUID[] departments(Party reader) {
    return reader.visitor() || reader.owner()
        ? NONE
        : directory.departmentsOf(reader.tenantId(), reader.id());
  }

  private static Position position(@Nullable String encoded) {
    Cursor cursor = Cursor.decode(encoded, 2);
    if (cursor == null) {
      return Position.START;
    }
    try {
      return new Position(
          Instant.parse(cursor.values().get(0)), UUID.fromString(cursor.values().get(1)));
    } catch (DateTimeParseException | IllegalArgumentException wrong) {
      throw ProblemException.invalid("/cursor", "cursor", "This cursor is not valid here.");
    }
  }
}
