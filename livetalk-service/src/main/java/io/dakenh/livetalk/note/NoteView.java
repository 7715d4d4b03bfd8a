package io.dakenh.livetalk.note;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A note or activity as agents see it.
 *
 * @param sequence its dense place among the notes of its conversation, from 1
 * @param revision grows by one with every change of any note of the conversation; the higher one
 *     wins
 * @param kind {@code note} or {@code activity}
 * @param text of a note that was not deleted
 * @param afterSequence behind the message with this sequence
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NoteView(
    UUID id,
    UUID conversationId,
    long sequence,
    long revision,
    String kind,
    Author author,
    @Nullable String text,
    @Nullable List<Mentioned> mentions,
    @Nullable Activity activity,
    long afterSequence,
    UUID clientNoteId,
    Instant createdAt,
    @Nullable Instant editedAt,
    @Nullable Instant deletedAt) {

  /** Who wrote it, or did it. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Author(String kind, UUID id, String name, @Nullable String avatarUrl) {}

  /** A colleague who was mentioned. */
  public record Mentioned(UUID id, String name) {}
}
