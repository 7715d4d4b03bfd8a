package io.dakenh.livetalk.transcript;

import io.dakenh.livetalk.attachment.AttachmentView;
import io.dakenh.livetalk.conversation.ConversationReader;
import io.dakenh.livetalk.directory.Directory;
import io.dakenh.livetalk.directory.Directory.Voice;
import io.dakenh.livetalk.message.History;
import io.dakenh.livetalk.message.Message;
import io.dakenh.livetalk.party.Party;
import io.dakenh.livetalk.store.Database;
import io.dakenh.livetalk.transcript.Transcript.Line;
import io.dakenh.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads a whole conversation as its visitor sees it. */
@ApplicationScoped
class TranscriptReader {
  private static final long KILO = 1024;

  private final Database database;
  private final ConversationReader conversations;
  private final History history;
  private final Directory directory;

  @Inject
  TranscriptReader(
      Database database, ConversationReader conversations, History history, Directory directory) {
    this.database = database;
    this.conversations = conversations;
    this.history = history;
    this.directory = directory;
  }

  private record Frame(
      UUID visitorId, String visitorName, Instant openedAt, @Nullable Instant closedAt) {}

  /**
   * The newest messages of a conversation that the reader may see.
   *
   * @param most of them
   */
  Transcript read(Party reader, UUID conversationId, int most) {
    ConversationReader.Head head =
        conversations.heads(reader, List.of(conversationId)).get(conversationId);
    if (head == null) {
      throw ProblemException.notFound("conversation");
    }
    Frame frame = frame(reader.tenantId(), conversationId);
    Voice voice = directory.voice(reader.tenantId());
    TranscriptTexts texts = TranscriptTexts.in(voice.locale());
    long from = Math.max(0, head.lastSequence() - most);
    List<Line> lines = new ArrayList<>();
    long after = from;
    boolean more = true;
    while (more) {
      History.Piece piece = history.after(reader.tenantId(), conversationId, after);
      for (Message message : piece.messages()) {
        Message shown = message.toVisitor(head.face());
        lines.add(new Line(shown.author().name(), shown.sentAt(), words(shown, texts)));
        after = message.sequence();
      }
      // What is written meanwhile belongs to the next transcript.
      more = piece.more() && after < head.lastSequence();
    }
    return new Transcript(
        conversationId,
        frame.visitorId(),
        voice,
        frame.visitorName(),
        frame.openedAt(),
        frame.closedAt(),
        lines,
        from > 0);
  }

  private Frame frame(UUID tenantId, UUID conversationId) {
    return database
        .first(
            """
            select v.id, v.name, c.opened_at, c.closed_at from conversation c
            join visitor v on v.tenant_id = c.tenant_id and v.id = c.visitor_id
            where c.tenant_id = ? and c.id = ?""",
            TranscriptReader::frame,
            tenantId,
            conversationId)
        .orElseThrow(() -> ProblemException.notFound("conversation"));
  }

  private static Frame frame(ResultSet row) throws SQLException {
    OffsetDateTime closed = row.getObject(4, OffsetDateTime.class);
    return new Frame(
        row.getObject(1, UUID.class),
        row.getString(2),
        row.getObject(3, OffsetDateTime.class).toInstant(),
        closed == null ? null : closed.toInstant());
  }

  private static String words(Message message, TranscriptTexts texts) {
    if (message.deletedAt() != null) {
      return texts.deleted();
    }
    StringBuilder words = new StringBuilder(message.text());
    if (message.editedAt() != null) {
      words.append(' ').append(texts.edited());
    }
    if (message.attachments() != null) {
      for (AttachmentView file : message.attachments()) {
        words.append(words.isEmpty() ? "" : "\n").append('[').append(texts.file()).append(": ");
        words.append(file.name()).append(", ").append(size(file.bytes())).append(']');
      }
    }
    return words.toString();
  }

  private static String size(long bytes) {
    return bytes < KILO * KILO ? Math.max(1, bytes / KILO) + " KB" : bytes / (KILO * KILO) + " MB";
  }
}
