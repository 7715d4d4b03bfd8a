package io.dakenh.livetalk.call;

import io.dakenh.livetalk.message.MessageWriter;
import io.dakenh.livetalk.message.NewMessage;
import io.dakenh.livetalk.message.SendOutcome;
import io.dakenh.livetalk.party.Party;
import io.dakenh.livetalk.party.PartyKind;
import io.dakenh.livetalk.settings.Faces;
import io.dakenh.livetalk.settings.Faces.Face;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Writes into the conversation what became of a call: an ordinary message of the business, so that
 * it has its place in the order and reaches whoever was away. Its client message id is the call's
 * id: it is stored once, and desks find the call by it.
 */
@ApplicationScoped
class CallCards {
  /** When a line that may not have been stored is tried again. */
  static final Duration AGAIN = Duration.ofSeconds(5);

  private static final Logger LOG = Logger.getLogger(CallCards.class);

  private final MessageWriter writer;
  private final CallStore store;
  private final CallAnnouncer announcer;
  private final Faces faces;

  @Inject
  CallCards(MessageWriter writer, CallStore store, CallAnnouncer announcer, Faces faces) {
    this.writer = writer;
    this.store = store;
    this.announcer = announcer;
    this.faces = faces;
  }

  void show(CallFacts facts) {
    Call call = facts.call();
    UUID tenantId = call.tenantId();
    Face face = faces.of(List.of(tenantId)).getOrDefault(tenantId, new Face("", null));
    Party author =
        new Party(PartyKind.SYSTEM, tenantId, tenantId, face.name(), face.avatarUrl(), false);
    String text = CardText.of(facts, announcer.face(call) == null);
    writer.submit(
        new NewMessage(
            author,
            call.conversationId(),
            call.id(),
            text,
            null,
            outcome -> Thread.ofVirtual().name("call-card").start(() -> done(call, outcome))));
  }

  private void done(Call call, SendOutcome outcome) {
    if (outcome instanceof SendOutcome.Unavailable) {
      return;
    }
    try {
      // Stored, or the conversation was closed in the meantime and takes no more words.
      store.carded(call.tenantId(), call.id());
    } catch (RuntimeException away) {
      LOG.infof("call %s is looked at again: %s", call.id(), away.getMessage());
    }
  }
}
