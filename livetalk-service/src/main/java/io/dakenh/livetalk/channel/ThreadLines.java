package io.dakenh.livetalk.channel;

import io.dakenh.contracts.channel.ChannelMessageReceived;
import io.dakenh.livetalk.conversation.ThreadConversations;
import io.dakenh.livetalk.message.MessageText;
import io.dakenh.livetalk.note.Activities;
import io.dakenh.livetalk.note.Activity;
import io.dakenh.livetalk.note.Activity.Named;
import io.dakenh.livetalk.party.Party;
import io.dakenh.livetalk.store.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;

/** What a customer did without writing: a line among the notes of an open conversation. */
@ApplicationScoped
class ThreadLines {
  private static final Set<String> LINES = Set.of("follow", "unfollow", "referral", "notice");
  private static final int LONGEST = 200;

  private final Database database;
  private final ThreadConversations conversations;
  private final Activities activities;

  @Inject
  ThreadLines(Database database, ThreadConversations conversations, Activities activities) {
    this.database = database;
    this.conversations = conversations;
    this.activities = activities;
  }

  static boolean isLine(ChannelMessageReceived message) {
    return LINES.contains(message.messageKind());
  }

  /** Without an open conversation nobody needs to know. */
  void write(ChannelMessageReceived message, Party customer) {
    conversations
        .open(message.tenantId(), message.threadId())
        .ifPresent(
            conversationId ->
                database.inTransaction(
                    () -> {
                      activities.by(customer, conversationId, line(message));
                      return Boolean.TRUE;
                    }));
  }

  private static Activity line(ChannelMessageReceived message) {
    String words = words(message);
    return words.isEmpty()
        ? Activity.of(message.messageKind())
        : Activity.label(message.messageKind(), new Named(message.messageId(), words));
  }

  private static String words(ChannelMessageReceived message) {
    ChannelMessageReceived.Referral referral = message.referral();
    if (referral != null) {
      String title = referral.adTitle() == null ? referral.ref() : referral.adTitle();
      return MessageText.line(title == null ? referral.source() : title, LONGEST);
    }
    return message.text() == null ? "" : MessageText.line(message.text(), LONGEST);
  }
}
