package io.dakenh.livetalk.note;

import io.dakenh.livetalk.access.Access;
import io.dakenh.livetalk.access.Access.Viewer;
import io.dakenh.livetalk.message.MessageText;
import io.dakenh.livetalk.party.Party;
import io.dakenh.livetalk.party.PartyKind;
import io.dakenh.livetalk.store.Database;
import io.dakenh.platform.problem.ProblemException;
import io.dakenh.platform.problem.ProblemKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Private notes: written, edited and deleted by agents who may see the conversation. */
@ApplicationScoped
class Notes {
  private final Database database;
  private final Access access;
  private final NoteStore store;
  private final Mentions mentions;
  private final NoteDelivery delivery;
  private final Clock clock;

  @Inject
  Notes(
      Database database,
      Access access,
      NoteStore store,
      Mentions mentions,
      NoteDelivery delivery,
      Clock clock) {
    this.database = database;
    this.access = access;
    this.store = store;
    this.mentions = mentions;
    this.delivery = delivery;
    this.clock = clock;
  }

  /** A note with whether it is a new one. */
  record Written(NoteView note, boolean created) {}

  /** The same client id again gives the first note. */
  Written write(
      Party agent, UUID conversationId, UUID clientNoteId, String raw, List<UUID> mentioned) {
    access.require(agent, conversationId);
    String text = MessageText.accept(raw);
    UUID tenantId = agent.tenantId();
    return database.inTransaction(
        () -> {
          store.lock(tenantId, conversationId);
          var before = store.byClientId(tenantId, conversationId, clientNoteId);
          if (before.isPresent()) {
            return new Written(known(before.get(), agent, text), false);
          }
          UUID[] people = people(tenantId, conversationId, mentioned);
          UUID id =
              store.insert(
                  tenantId,
                  conversationId,
                  new NoteStore.Draft(
                      PartyKind.AGENT, agent.id(), clientNoteId, text, people, null),
                  now());
          return new Written(tell(agent, conversationId, id, people), true);
        });
  }

  private static NoteView known(NoteView before, Party agent, String text) {
    if (!before.author().id().equals(agent.id()) || !text.equals(before.text())) {
      throw ProblemException.conflict(
          "client-note-id-reused", "Another note was sent under this id.");
    }
    return before;
  }

  /** Only by whoever wrote it, and not after it was deleted. */
  NoteView edit(Party agent, UUID conversationId, UUID id, String raw, List<UUID> mentioned) {
    access.require(agent, conversationId);
    String text = MessageText.accept(raw);
    return database.inTransaction(
        () -> {
          own(agent, conversationId, id);
          UUID[] people = people(agent.tenantId(), conversationId, mentioned);
          store.edit(agent.tenantId(), conversationId, id, text, people, now());
          return tell(agent, conversationId, id, people);
        });
  }

  /** Only by whoever wrote it; deleting again changes nothing. */
  void delete(Party agent, UUID conversationId, UUID id) {
    access.require(agent, conversationId);
    database.inTransaction(
        () -> {
          if (ownIfAny(agent, conversationId, id).deletedAt() == null) {
            store.delete(agent.tenantId(), conversationId, id, now());
            tell(agent, conversationId, id, new UUID[0]);
          }
          return Boolean.TRUE;
        });
  }

  /** What changed behind a revision: everything, when it is 0. */
  List<NoteView> after(Party agent, UUID conversationId, long revision, int limit) {
    access.require(agent, conversationId);
    return store.after(agent.tenantId(), conversationId, revision, limit);
  }

  private NoteView own(Party agent, UUID conversationId, UUID id) {
    NoteView note = ownIfAny(agent, conversationId, id);
    if (note.deletedAt() != null) {
      throw ProblemException.notFound("note");
    }
    return note;
  }

  private NoteView ownIfAny(Party agent, UUID conversationId, UUID id) {
    store.lock(agent.tenantId(), conversationId);
    NoteView note =
        store
            .find(agent.tenantId(), conversationId, id)
            .filter(found -> found.kind().equals("note"))
            .orElseThrow(() -> ProblemException.notFound("note"));
    if (!note.author().id().equals(agent.id())) {
      throw ProblemException.of(
          ProblemKind.FORBIDDEN, "not-the-author", "Only its author may change a note.");
    }
    return note;
  }

  private NoteView tell(Party agent, UUID conversationId, UUID id, UUID[] people) {
    NoteView note = store.find(agent.tenantId(), conversationId, id).orElseThrow();
    delivery.afterCommit(agent.tenantId(), note);
    mentions.keep(agent, note, people);
    return note;
  }

  /** Only those who may see the conversation: a mention opens no doors. */
  private UUID[] people(UUID tenantId, UUID conversationId, List<UUID> mentioned) {
    if (mentioned.isEmpty()) {
      return new UUID[0];
    }
    Set<UUID> viewers =
        access.viewers(tenantId, conversationId).stream()
            .map(Viewer::id)
            .collect(Collectors.toSet());
    for (int i = 0; i < mentioned.size(); i++) {
      if (!viewers.contains(mentioned.get(i))) {
        throw ProblemException.invalid(
            "/mentions/" + i, "unknown", "Nobody who may see this conversation.");
      }
    }
    return mentioned.stream().distinct().toArray(UUID[]::new);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
