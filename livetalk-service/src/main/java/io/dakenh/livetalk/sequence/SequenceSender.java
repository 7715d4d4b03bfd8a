package io.dakenh.livetalk.sequence;

import io.dakenh.livetalk.message.MessageWriter;
import io.dakenh.livetalk.message.NewMessage;
import io.dakenh.livetalk.message.SendOutcome;
import io.dakenh.livetalk.party.Party;
import io.dakenh.livetalk.party.PartyKind;
import io.dakenh.livetalk.settings.Faces;
import io.dakenh.livetalk.settings.Faces.Face;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Hands due messages to the message writer and waits for what became of them: under load the writer
 * stores them together with people's messages.
 */
@ApplicationScoped
class SequenceSender {
  /** Longer than the writer takes to answer, even while the database is away. */
  private static final long PATIENCE_SECONDS = 5;

  private final MessageWriter writer;
  private final Faces faces;

  @Inject
  SequenceSender(MessageWriter writer, Faces faces) {
    this.writer = writer;
    this.faces = faces;
  }

  /** What became of the messages of one conversation. */
  enum Outcome {
    /** All are stored, now or by an earlier attempt. */
    STORED,
    /** The facts changed in the meantime: look again. */
    OVERTAKEN,
    /** Nobody knows; sending them again is safe. */
    UNKNOWN,
    /** The store does not take them. */
    REFUSED
  }

  /** Sends what is due of several conversations; the outcomes come in the same order. */
  List<Outcome> send(List<Decision> decisions) {
    Map<UUID, Face> known =
        faces.of(decisions.stream().map(each -> each.watch().tenantId()).toList());
    List<List<CompletableFuture<SendOutcome>>> answers = new ArrayList<>();
    for (Decision decision : decisions) {
      Party author = author(decision.watch().tenantId(), known);
      answers.add(decision.sends().stream().map(each -> submit(author, decision, each)).toList());
    }
    return answers.stream().map(SequenceSender::outcome).toList();
  }

  private static Party author(UUID tenantId, Map<UUID, Face> known) {
    Face face = known.getOrDefault(tenantId, new Face("", null));
    return new Party(PartyKind.SYSTEM, tenantId, tenantId, face.name(), face.avatarUrl(), false);
  }

  private CompletableFuture<SendOutcome> submit(Party author, Decision decision, Send send) {
    Watch watch = decision.watch();
    CompletableFuture<SendOutcome> answer =
        new CompletableFuture<SendOutcome>()
            .completeOnTimeout(new SendOutcome.Unavailable(), PATIENCE_SECONDS, TimeUnit.SECONDS);
    writer.submit(
        NewMessage.automatic(
            author,
            watch.conversationId(),
            send.clientMessageId(watch),
            send.text(),
            watch.streak(),
            answer::complete));
    return answer;
  }

  private static Outcome outcome(List<CompletableFuture<SendOutcome>> answers) {
    Outcome worst = Outcome.STORED;
    for (CompletableFuture<SendOutcome> answer : answers) {
      Outcome outcome = outcome(answer.join());
      worst = outcome.compareTo(worst) > 0 ? outcome : worst;
    }
    return worst;
  }

  private static Outcome outcome(SendOutcome answer) {
    return switch (answer) {
      case SendOutcome.Stored stored -> Outcome.STORED;
      case SendOutcome.Unavailable unknown -> Outcome.UNKNOWN;
      case SendOutcome.Refused refused ->
          switch (refused.code()) {
            // Said in this streak already, in the words of an earlier version: said is said.
            case "client-message-id-reused" -> Outcome.STORED;
            case "conversation-answered", "conversation-closed", "conversation-not-found" ->
                Outcome.OVERTAKEN;
            default -> Outcome.REFUSED;
          };
    };
  }
}
