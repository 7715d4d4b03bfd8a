package io.dakenh.livetalk.note;

import io.dakenh.livetalk.party.Party;
import io.dakenh.livetalk.party.PartyKind;
import io.dakenh.platform.time.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Writes down what happened to a conversation, in the transaction in which it happened. */
@ApplicationScoped
public class Activities {
  private static final UUID[] NOBODY = {};

  private final NoteStore store;
  private final NoteDelivery delivery;
  private final Clock clock;

  @Inject
  Activities(NoteStore store, NoteDelivery delivery, Clock clock) {
    this.store = store;
    this.delivery = delivery;
    this.clock = clock;
  }

  /** A person did it. */
  public void by(Party who, UUID conversationId, Activity activity) {
    write(who.tenantId(), conversationId, who.kind(), who.id(), activity);
  }

  /** It happened by itself. */
  public void bySystem(UUID tenantId, UUID conversationId, Activity activity) {
    write(tenantId, conversationId, PartyKind.SYSTEM, tenantId, activity);
  }

  private void write(
      UUID tenantId, UUID conversationId, PartyKind kind, UUID authorId, Activity activity) {
    UUID id =
        store.insert(
            tenantId,
            conversationId,
            new NoteStore.Draft(kind, authorId, Ids.next(), null, NOBODY, activity),
            clock.instant().truncatedTo(ChronoUnit.MILLIS));
    store
        .find(tenantId, conversationId, id)
        .ifPresent(note -> delivery.afterCommit(tenantId, note));
  }
}
