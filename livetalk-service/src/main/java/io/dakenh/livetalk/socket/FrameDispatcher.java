package io.dakenh.livetalk.socket;

import io.dakenh.livetalk.call.Calls;
import io.dakenh.livetalk.contact.PageTrail;
import io.dakenh.livetalk.contact.Ratings;
import io.dakenh.livetalk.conversation.ConversationLife;
import io.dakenh.livetalk.conversation.ConversationOpening;
import io.dakenh.livetalk.conversation.Conversations;
import io.dakenh.livetalk.conversation.DeliveredMarks;
import io.dakenh.livetalk.conversation.OpenConversation;
import io.dakenh.livetalk.delivery.Frames;
import io.dakenh.livetalk.delivery.Frames.Ack;
import io.dakenh.livetalk.delivery.Frames.Failure;
import io.dakenh.livetalk.message.MessageWriter;
import io.dakenh.livetalk.message.NewMessage;
import io.dakenh.livetalk.message.SendOutcome;
import io.dakenh.livetalk.message.change.MessageChanges;
import io.dakenh.livetalk.party.Party;
import io.dakenh.livetalk.presence.AgentPresence;
import io.dakenh.platform.problem.ProblemException;
import io.dakenh.platform.problem.ProblemKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Hands each frame to whoever does the work and sends the answer. Messages go to the writer without
 * waiting; everything else of one socket runs in order on virtual threads.
 */
@ApplicationScoped
class FrameDispatcher {
  private static final Logger LOG = Logger.getLogger(FrameDispatcher.class);

  private final MessageWriter writer;
  private final MessageChanges changes;
  private final ConversationOpening opening;
  private final Conversations conversations;
  private final DeliveredMarks delivered;
  private final ConversationLife life;
  private final PageTrail pages;
  private final Ratings ratings;
  private final Calls calls;
  private final Resumption resumption;
  private final AgentPresence presence;
  private final SocketAuthentication authentication;
  private final Clock clock;

  @Inject
  FrameDispatcher(
      MessageWriter writer,
      MessageChanges changes,
      ConversationOpening opening,
      Conversations conversations,
      DeliveredMarks delivered,
      ConversationLife life,
      PageTrail pages,
      Ratings ratings,
      Calls calls,
      Resumption resumption,
      AgentPresence presence,
      SocketAuthentication authentication,
      Clock clock) {
    this.writer = writer;
    this.changes = changes;
    this.opening = opening;
    this.conversations = conversations;
    this.delivered = delivered;
    this.life = life;
    this.pages = pages;
    this.ratings = ratings;
    this.calls = calls;
    this.resumption = resumption;
    this.presence = presence;
    this.authentication = authentication;
    this.clock = clock;
  }

  /** A whole text frame arrived; runs on the event loop. */
  void received(SocketConnection connection, String text) {
    if (!connection.listening()) {
      return;
    }
    try {
      ClientFrame frame = FrameParser.parse(text, connection.party().kind());
      boolean renewing = frame instanceof ClientFrame.Authenticate;
      if (!renewing && connection.tokenEnded(clock.instant().getEpochSecond())) {
        connection.close(CloseCode.TOKEN_EXPIRED);
        return;
      }
      dispatch(connection, frame);
    } catch (FrameException refused) {
      connection.push(
          Frames.encode(new Failure(refused.id(), refused.code(), refused.getMessage(), false)));
      if (refused.malformed()) {
        malformed(connection);
      }
    }
  }

  /** Not a text frame, or not readable as one; runs on the event loop. */
  void malformed(SocketConnection connection) {
    if (connection.oneMalformedTooMany()) {
      connection.close(CloseCode.PROTOCOL_ERROR);
    }
  }

  private void dispatch(SocketConnection connection, ClientFrame frame) {
    switch (frame) {
      case ClientFrame.Ping ping -> connection.push(Frames.PONG);
      case ClientFrame.Send send -> send(connection, send);
      case ClientFrame.Change changing ->
          acknowledged(
              connection,
              changing.id(),
              () -> changes.apply(connection.party(), changing.change()));
      case ClientFrame.Open open ->
          work(connection, open.id(), () -> connection.push(Frames.encode(open(connection, open))));
      case ClientFrame.Resume resume ->
          work(connection, resume.id(), () -> resumption.resume(connection, resume));
      case ClientFrame.Read read ->
          work(
              connection,
              null,
              () ->
                  conversations.read(
                      connection.party(), read.conversationId(), read.sequence(), connection.id()));
      case ClientFrame.Delivered mark ->
          delivered.delivered(connection.party(), mark.conversationId(), mark.sequence());
      case ClientFrame.Typing typing ->
          work(
              connection,
              null,
              () ->
                  conversations.typing(
                      connection.party(),
                      typing.conversationId(),
                      typing.active(),
                      connection.id()));
      case ClientFrame.Close close ->
          acknowledged(
              connection,
              close.id(),
              () -> conversations.close(connection.party(), close.conversationId()));
      case ClientFrame.PageVisited visited -> {
        OpenConversation.Page page = visited.page();
        if (page != null) {
          work(connection, null, () -> pages.visited(connection.party(), page));
        }
      }
      case ClientFrame.Rate rate ->
          acknowledged(
              connection,
              rate.id(),
              () ->
                  ratings.rate(
                      connection.party(), rate.conversationId(), rate.score(), rate.comment()));
      case ClientFrame.Presence declared ->
          acknowledged(
              connection,
              declared.id(),
              () -> presence.declare(connection.party(), declared.state()));
      case ClientFrame.Call call -> work(connection, call.id(), () -> call(connection, call));
      case ClientFrame.Authenticate authenticate ->
          acknowledged(
              connection, authenticate.id(), () -> renew(connection, authenticate.token()));
    }
  }

  private void call(SocketConnection connection, ClientFrame.Call call) {
    Frames.ServerFrame answer = calls.apply(connection.party(), call.id(), call.command());
    if (answer != null) {
      connection.push(Frames.encode(answer));
    }
  }

  private void send(SocketConnection connection, ClientFrame.Send send) {
    connection.begin();
    submit(
        connection,
        send,
        outcome -> {
          if (connection.party().visitor() && over(outcome)) {
            connection.inOrder(() -> goOn(connection, send, outcome));
          } else {
            answered(connection, send, outcome);
          }
        });
  }

  private void submit(
      SocketConnection connection, ClientFrame.Send send, Consumer<SendOutcome> outcome) {
    writer.submit(
        new NewMessage(
            connection.party(),
            send.conversationId(),
            send.clientMessageId(),
            send.text(),
            send.additions(),
            connection.id(),
            outcome));
  }

  private static void answered(
      SocketConnection connection, ClientFrame.Send send, SendOutcome outcome) {
    connection.push(Frames.encode(answer(send, outcome)));
    connection.end();
  }

  private static boolean over(SendOutcome outcome) {
    return outcome instanceof SendOutcome.Refused refused
        && refused.code().equals("conversation-closed");
  }

  /** What a visitor writes soon after the end goes on with the conversation. */
  private void goOn(SocketConnection connection, ClientFrame.Send send, SendOutcome refused) {
    boolean reopened = false;
    SendOutcome outcome = refused;
    try {
      reopened = life.reopenFor(connection.party(), send.conversationId());
    } catch (ProblemException away) {
      LOG.debugf("%s stays closed: %s", send.conversationId(), away.code());
      outcome = new SendOutcome.Unavailable();
    } catch (RuntimeException unexpected) {
      LOG.error("unexpected failure of reopening a conversation", unexpected);
      outcome = new SendOutcome.Unavailable();
    }
    if (reopened) {
      submit(connection, send, stored -> answered(connection, send, stored));
    } else {
      answered(connection, send, outcome);
    }
  }

  private static Frames.ServerFrame answer(ClientFrame.Send send, SendOutcome outcome) {
    return switch (outcome) {
      case SendOutcome.Stored stored ->
          new Ack(
              send.id(),
              send.conversationId(),
              send.clientMessageId(),
              stored.epoch(),
              stored.sequence(),
              null,
              stored.sentAt());
      case SendOutcome.Refused refused ->
          new Failure(send.id(), refused.code(), refused.detail(), false);
      case SendOutcome.Unavailable unavailable ->
          new Failure(
              send.id(),
              "storage-unavailable",
              "This cannot be stored right now. Please try again.",
              true);
    };
  }

  private Ack open(SocketConnection connection, ClientFrame.Open open) {
    Party visitor = connection.party();
    ConversationOpening.Opened opened = opening.open(visitor, open.request());
    connection.rename(visitor.named(opened.visitorName()));
    return new Ack(
        open.id(),
        opened.conversationId(),
        null,
        opened.epoch(),
        null,
        opened.lastSequence(),
        null);
  }

  /** Another person's token does not continue this socket. */
  private void renew(SocketConnection connection, String token) {
    SocketAuthentication.Session session =
        authentication.authenticate(connection.party().kind(), token);
    if (!session.party().key().equals(connection.party().key())) {
      throw ProblemException.of(
          ProblemKind.UNAUTHENTICATED, "token-invalid", "The token is someone else's.");
    }
    connection.tokenEndsAt(session.endsAtSecond());
  }

  private void acknowledged(SocketConnection connection, String id, Runnable task) {
    work(
        connection,
        id,
        () -> {
          task.run();
          connection.push(Frames.encode(Ack.of(id)));
        });
  }

  /** Frames without an id are never answered, not even when they fail. */
  private void work(SocketConnection connection, @Nullable String id, Runnable task) {
    connection.begin();
    connection.inOrder(
        () -> {
          try (MDC.MDCCloseable tenant =
              MDC.putCloseable("tenantId", connection.party().tenantId().toString())) {
            run(connection, id, task);
          } finally {
            connection.end();
          }
        });
  }

  private static void run(SocketConnection connection, @Nullable String id, Runnable task) {
    try {
      task.run();
    } catch (ProblemException refused) {
      fail(connection, id, refused.code(), refused.detail(), refused.kind().temporary());
    } catch (RuntimeException unexpected) {
      LOG.error("unexpected failure of a socket frame", unexpected);
      fail(connection, id, "internal-error", "Something went wrong on our side.", true);
    }
  }

  private static void fail(
      SocketConnection connection,
      @Nullable String id,
      String code,
      String message,
      boolean temporary) {
    if (id != null) {
      connection.push(Frames.encode(new Failure(id, code, message, temporary)));
    }
  }
}
