package io.dakenh.livetalk.message.change;

import io.dakenh.livetalk.delivery.Fanout;
import io.dakenh.livetalk.delivery.Frames;
import io.dakenh.livetalk.directory.Directory;
import io.dakenh.livetalk.message.History;
import io.dakenh.livetalk.message.Message;
import io.dakenh.livetalk.party.Party;
import io.dakenh.livetalk.search.index.SearchIndex;
import io.dakenh.livetalk.store.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Changes stored messages: first in the database, then on every screen. The conversation's row is
 * locked meanwhile, as it is for new messages, so changes have an order that all readers see.
 */
@ApplicationScoped
public class MessageChanges {
  private final Database database;
  private final ChangeStore store;
  private final SearchIndex index;
  private final History history;
  private final Fanout fanout;
  private final Directory directory;
  private final Clock clock;

  @Inject
  MessageChanges(
      Database database,
      ChangeStore store,
      SearchIndex index,
      History history,
      Fanout fanout,
      Directory directory,
      Clock clock) {
    this.database = database;
    this.store = store;
    this.index = index;
    this.history = history;
    this.fanout = fanout;
    this.directory = directory;
    this.clock = clock;
  }

  /** The conversation, and its revision if anything was changed. */
  private record Applied(ChangeStore.Place place, long revision, boolean changed) {}

  /** Does what is wanted, if this person may; what is as wanted already is left alone. */
  public void apply(Party party, MessageChange change) {
    Applied applied = database.inTransaction(() -> inTransaction(party, change));
    if (applied.changed()) {
      history
          .one(party.tenantId(), change.conversationId(), change.sequence())
          .ifPresent(message -> tell(party.tenantId(), applied, message));
    }
  }

  private Applied inTransaction(Party party, MessageChange change) {
    ChangeStore.Place place = store.lock(party, change.conversationId());
    ChangeStore.Target target =
        store.target(party.tenantId(), change.conversationId(), change.sequence());
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    boolean changed =
        switch (change) {
          case MessageChange.Edit edit -> edit(party, target, edit, now);
          case MessageChange.Delete delete -> delete(party, target, delete, now);
          case MessageChange.React react -> react(party, target, react, now);
        };
    long revision =
        changed
            ? store.revise(party.tenantId(), change.conversationId(), change.sequence())
            : place.revision();
    return new Applied(place, revision, changed);
  }

  /** What happened to a message at its provider. */
  public sealed interface Told {
    /** Other words, however late. */
    record Edited(String text) implements Told {}

    /** Gone. */
    record Deleted() implements Told {}

    /** The only emoji of this person from now on; null: none. */
    record Reacted(Party by, @Nullable String emoji) implements Told {}

    /** What it is or how far it came is other than before; the caller has stored it. */
    record Moved() implements Told {}
  }

  /**
   * Takes over what happened at the provider: its rules were asked there.
   *
   * @param work stores what else there is to store, in the same transaction, and says what is to be
   *     done with the message; null: nothing
   */
  public void told(
      UUID tenantId, UUID conversationId, long sequence, Supplier<@Nullable Told> work) {
    Optional<Applied> applied =
        database.inTransaction(
            () -> {
              Told told = work.get();
              return told == null
                  ? Optional.empty()
                  : apply(tenantId, conversationId, sequence, told);
            });
    if (applied.isPresent()) {
      history
          .one(tenantId, conversationId, sequence)
          .ifPresent(message -> tell(tenantId, applied.get(), message));
    }
  }

  private Optional<Applied> apply(UUID tenantId, UUID conversationId, long sequence, Told told) {
    ChangeStore.Place place = store.lock(tenantId, conversationId).orElse(null);
    return place == null || !change(tenantId, conversationId, sequence, told)
        ? Optional.empty()
        : Optional.of(new Applied(place, store.revise(tenantId, conversationId, sequence), true));
  }

  private boolean change(UUID tenantId, UUID conversationId, long sequence, Told told) {
    ChangeStore.Target target = store.target(tenantId, conversationId, sequence);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return switch (told) {
      case Told.Edited edited -> {
        boolean other = !target.deleted() && !target.text().equals(edited.text());
        if (other) {
          MessageChange.Edit edit = new MessageChange.Edit(conversationId, sequence, edited.text());
          store.edit(tenantId, edit, now);
          reindex(edit);
        }
        yield other;
      }
      case Told.Deleted deleted -> {
        if (!target.deleted()) {
          MessageChange.Delete delete = new MessageChange.Delete(conversationId, sequence);
          store.delete(tenantId, delete, now);
          reindex(delete);
        }
        yield !target.deleted();
      }
      case Told.Reacted reacted -> {
        Party by = reacted.by();
        boolean gone =
            store.takeBackAll(tenantId, conversationId, sequence, by.kind().code(), by.id());
        String emoji = reacted.emoji();
        yield emoji == null || target.deleted()
            ? gone
            : store.react(by, new MessageChange.React(conversationId, sequence, emoji, true), now)
                || gone;
      }
      case Told.Moved moved -> true;
    };
  }

  private boolean edit(
      Party party, ChangeStore.Target target, MessageChange.Edit edit, Instant now) {
    target.checkAuthor(party);
    target.checkThere();
    if (target.text().equals(edit.text())) {
      return false;
    }
    target.checkYoung(now);
    target.checkNotEmptied(edit.text());
    store.edit(party.tenantId(), edit, now);
    reindex(edit);
    return true;
  }

  private boolean delete(
      Party party, ChangeStore.Target target, MessageChange.Delete delete, Instant now) {
    target.checkAuthor(party);
    if (target.deleted()) {
      return false;
    }
    target.checkYoung(now);
    store.delete(party.tenantId(), delete, now);
    reindex(delete);
    return true;
  }

  private void reindex(MessageChange change) {
    index.messages(List.of(new SearchIndex.Place(change.conversationId(), change.sequence())));
  }

  private boolean react(
      Party party, ChangeStore.Target target, MessageChange.React react, Instant now) {
    target.checkThere();
    return react.active() ? store.react(party, react, now) : store.takeBack(party, react);
  }

  /** Everyone is told, the one who did it too: what is shown is what is stored. */
  private void tell(UUID tenantId, Applied applied, Message message) {
    ChangeStore.Place place = applied.place();
    Message toVisitor = message.toVisitor(place.face());
    String frame = encode(applied, message);
    fanout.toVisitor(
        tenantId,
        place.visitorId(),
        toVisitor.equals(message) ? frame : encode(applied, toVisitor),
        null);
    for (UUID agentId : place.agentIds()) {
      fanout.toAgent(tenantId, agentId, frame, null);
    }
    if (message.sequence() == place.lastSequence()) {
      // Lists show the beginning of the last message, also to those who do not take part.
      for (UUID watcher : directory.watchers(tenantId, place.departmentId())) {
        if (!Arrays.asList(place.agentIds()).contains(watcher)) {
          fanout.toAgent(tenantId, watcher, frame, null);
        }
      }
    }
  }

  private static String encode(Applied applied, Message message) {
    return Frames.encode(
        new Frames.MessageChanged(
            applied.place().conversationId(),
            applied.place().epoch(),
            applied.revision(),
            message));
  }
}
