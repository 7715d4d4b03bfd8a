package io.dakenh.livetalk.channel;

import io.dakenh.contracts.channel.ChannelMedia;
import io.dakenh.contracts.channel.ChannelMessageReceived;
import io.dakenh.livetalk.contact.Blocks;
import io.dakenh.livetalk.conversation.ThreadConversations;
import io.dakenh.livetalk.message.ChannelPart.Missing;
import io.dakenh.livetalk.message.MessageText;
import io.dakenh.livetalk.message.MessageWriter;
import io.dakenh.livetalk.message.NewMessage;
import io.dakenh.livetalk.message.NewMessage.Additions;
import io.dakenh.livetalk.message.NewMessage.Origin;
import io.dakenh.livetalk.message.SendOutcome;
import io.dakenh.livetalk.party.Party;
import io.dakenh.livetalk.party.PartyKind;
import io.dakenh.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLTransientException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What was written at a provider becomes a message. Every step may be repeated: the connector's id
 * of the message is ours, so it is stored once.
 */
@ApplicationScoped
class Arrivals {
  private static final Logger LOG = Logger.getLogger(Arrivals.class);
  private static final String FROM_CUSTOMER = "in";

  /** Longer than the writer takes to answer, even while the database is away. */
  private static final long PATIENCE_SECONDS = 5;

  private static final int ATTEMPTS = 3;

  private final Threads threads;
  private final ThreadConversations conversations;
  private final ChannelMessages messages;
  private final ThreadLines lines;
  private final MediaClient media;
  private final MissingMedia missingMedia;
  private final Pictures pictures;
  private final Blocks blocks;
  private final MessageWriter writer;

  @Inject
  Arrivals(
      Threads threads,
      ThreadConversations conversations,
      ChannelMessages messages,
      ThreadLines lines,
      MediaClient media,
      MissingMedia missingMedia,
      Pictures pictures,
      Blocks blocks,
      MessageWriter writer) {
    this.threads = threads;
    this.conversations = conversations;
    this.messages = messages;
    this.lines = lines;
    this.media = media;
    this.missingMedia = missingMedia;
    this.pictures = pictures;
    this.blocks = blocks;
    this.writer = writer;
  }

  void received(ChannelMessageReceived message) {
    Party customer = threads.customer(message);
    Optional<ChannelMessages.Place> known = messages.place(message.tenantId(), message.messageId());
    if (known.isPresent()) {
      missingMedia.remember(message, known.get());
    } else if (ThreadLines.isLine(message)) {
      lines.write(message, customer);
    } else if (message.direction().equals(FROM_CUSTOMER)) {
      fromCustomer(message, customer);
    } else {
      fromElsewhere(message);
    }
  }

  private void fromCustomer(ChannelMessageReceived message, Party customer) {
    if (blocks.blocked(customer)) {
      LOG.debugf("messageId=%s is of a blocked customer", message.messageId());
      return;
    }
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      UUID conversationId =
          conversations.forCustomer(
              customer, message.threadId(), message.kind(), Shapes.preview(message));
      if (store(message, customer, conversationId)) {
        return;
      }
    }
    throw notNow("the conversation is closed again and again");
  }

  /** The business answered with another tool; without a conversation there is nothing to show. */
  private void fromElsewhere(ChannelMessageReceived message) {
    UUID tenantId = message.tenantId();
    Party business = new Party(PartyKind.SYSTEM, tenantId, tenantId, "", null, false);
    conversations
        .newest(tenantId, message.threadId())
        .ifPresent(conversationId -> store(message, business, conversationId));
  }

  /** False when the conversation was closed in the meantime. */
  private boolean store(ChannelMessageReceived message, Party author, UUID conversationId) {
    List<UUID> files = new ArrayList<>();
    List<Missing> missing = new ArrayList<>();
    for (ChannelMedia file : message.attachments()) {
      copy(author, conversationId, file, files, missing);
    }
    SendOutcome outcome =
        submit(
            message,
            author,
            conversationId,
            new Additions(List.copyOf(files), answered(message, conversationId)),
            Shapes.of(message, missing));
    return switch (outcome) {
      case SendOutcome.Stored stored -> {
        messages
            .place(message.tenantId(), message.messageId())
            .ifPresent(place -> missingMedia.remember(message, place));
        // Their face may take a moment to be copied; what they said does not wait for it.
        pictures.refresh(message.tenantId(), conversationId, message.contact());
        threads.show(message.tenantId(), conversationId);
        yield true;
      }
      case SendOutcome.Unavailable unknown -> throw notNow("the message cannot be stored now");
      case SendOutcome.Refused refused ->
          switch (refused.code()) {
            case "conversation-closed" -> false;
            case "visitor-blocked" -> true;
            default -> throw new IllegalStateException("the message is refused: " + refused.code());
          };
    };
  }

  private void copy(
      Party author,
      UUID conversationId,
      ChannelMedia file,
      List<UUID> files,
      List<Missing> missing) {
    String path = file.path();
    MediaClient.Copy copy =
        path == null
            ? new MediaClient.Copy.Never(code(file.failureCode()))
            : media.copy(author, conversationId, file.fileName(), path);
    switch (copy) {
      case MediaClient.Copy.Kept kept -> files.add(kept.id());
      case MediaClient.Copy.Never never -> missing.add(missing(file, never.code()));
      case MediaClient.Copy.Later later -> missing.add(missing(file, null));
    }
  }

  private static String code(@Nullable String code) {
    return code == null ? "media-unavailable" : code;
  }

  private static Missing missing(ChannelMedia file, @Nullable String code) {
    return new Missing(file.mediaId().toString(), file.kind(), file.fileName(), code);
  }

  private @Nullable Long answered(ChannelMessageReceived message, UUID conversationId) {
    UUID replyTo = message.replyToMessageId();
    return replyTo == null
        ? null
        : messages
            .place(message.tenantId(), replyTo)
            .filter(place -> place.conversationId().equals(conversationId))
            .map(ChannelMessages.Place::sequence)
            .orElse(null);
  }

  private SendOutcome submit(
      ChannelMessageReceived message,
      Party author,
      UUID conversationId,
      Additions additions,
      String shape) {
    CompletableFuture<SendOutcome> answer =
        new CompletableFuture<SendOutcome>()
            .completeOnTimeout(new SendOutcome.Unavailable(), PATIENCE_SECONDS, TimeUnit.SECONDS);
    String text = message.text();
    writer.submit(
        NewMessage.fromChannel(
            author,
            conversationId,
            text == null ? "" : MessageText.received(text),
            additions,
            new Origin(message.messageId(), shape),
            answer::complete));
    return answer.join();
  }

  /** The inbox tries again. */
  private static ProblemException notNow(String why) {
    return ProblemException.unavailable(
        "storage-unavailable", "This cannot be stored right now.", new SQLTransientException(why));
  }
}
