package io.dakenh.livetalk.channel;

import io.dakenh.contracts.channel.ChannelMessageChanged;
import io.dakenh.livetalk.conversation.Conversations;
import io.dakenh.livetalk.message.MessageText;
import io.dakenh.livetalk.message.change.MessageChanges;
import io.dakenh.livetalk.message.change.MessageChanges.Told;
import io.dakenh.livetalk.party.Party;
import io.dakenh.livetalk.party.PartyKind;
import io.dakenh.livetalk.store.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What became of messages at their provider. Each change is a short transaction of its own, so that
 * no conversation is held while further events are worked off.
 */
@ApplicationScoped
class Marks {
  private static final Logger LOG = Logger.getLogger(Marks.class);
  private static final int LONGEST_EMOJI = 40;

  private final Database database;
  private final ChannelMessages messages;
  private final MessageChanges changes;
  private final Conversations conversations;

  @Inject
  Marks(
      Database database,
      ChannelMessages messages,
      MessageChanges changes,
      Conversations conversations) {
    this.database = database;
    this.messages = messages;
    this.changes = changes;
    this.conversations = conversations;
  }

  void changed(ChannelMessageChanged event) {
    Optional<ChannelMessages.Place> place = messages.place(event.tenantId(), event.messageId());
    if (place.isEmpty()) {
      // Written elsewhere while there was no conversation, or erased.
      LOG.debugf("messageId=%s is not here: %s", event.messageId(), event.change());
      return;
    }
    apply(event, place.get());
    if (event.change().equals("read")) {
      read(event, place.get());
    }
  }

  private void apply(ChannelMessageChanged event, ChannelMessages.Place at) {
    changes.told(event.tenantId(), at.conversationId(), at.sequence(), () -> decide(event, at));
  }

  private @Nullable Told decide(ChannelMessageChanged event, ChannelMessages.Place at) {
    UUID tenantId = event.tenantId();
    UUID id = event.messageId();
    return switch (event.change()) {
      case "sent" -> moved(messages.sent(tenantId, id));
      // What was read has arrived.
      case "delivered", "read" -> moved(messages.delivered(tenantId, id));
      case "failed" ->
          moved(messages.failed(tenantId, id, event.attempt(), code(event), event.retryable()));
      case "edited" -> new Told.Edited(text(event));
      case "deleted" -> {
        messages.strip(tenantId, id);
        yield new Told.Deleted();
      }
      case "reacted" -> new Told.Reacted(who(event, at), emoji(event));
      case "unreacted" -> new Told.Reacted(who(event, at), null);
      case "hidden" -> moved(messages.comment(tenantId, id, "hidden", true));
      case "shown" -> moved(messages.comment(tenantId, id, "hidden", false));
      case "liked" -> moved(messages.comment(tenantId, id, "liked", true));
      case "unliked" -> moved(messages.comment(tenantId, id, "liked", false));
      case "action-failed" -> moved(messages.actionFailed(tenantId, id, code(event)));
      default -> {
        LOG.infof("a change that is not known here: %s", event.change());
        yield null;
      }
    };
  }

  private static @Nullable Told moved(boolean moved) {
    return moved ? new Told.Moved() : null;
  }

  private void read(ChannelMessageChanged event, ChannelMessages.Place at) {
    Party customer = customer(event, at);
    database.inTransaction(
        () -> {
          conversations.read(customer, at.conversationId(), at.sequence(), null);
          return Boolean.TRUE;
        });
  }

  private Party customer(ChannelMessageChanged event, ChannelMessages.Place at) {
    UUID visitorId =
        database
            .first(
                "select visitor_id from conversation where tenant_id = ? and id = ?",
                row -> row.getObject(1, UUID.class),
                event.tenantId(),
                at.conversationId())
            .orElseThrow();
    return new Party(PartyKind.VISITOR, event.tenantId(), visitorId, "", null, false);
  }

  private Party who(ChannelMessageChanged event, ChannelMessages.Place at) {
    return event.by().equals("customer")
        ? customer(event, at)
        : new Party(PartyKind.SYSTEM, event.tenantId(), event.tenantId(), "", null, false);
  }

  private static String text(ChannelMessageChanged event) {
    return event.text() == null ? "" : MessageText.received(event.text());
  }

  private static @Nullable String emoji(ChannelMessageChanged event) {
    String emoji = event.reaction();
    return emoji == null || emoji.isBlank() ? null : MessageText.line(emoji, LONGEST_EMOJI);
  }

  private static String code(ChannelMessageChanged event) {
    return event.failureCode() == null ? "message-refused" : event.failureCode();
  }
}
