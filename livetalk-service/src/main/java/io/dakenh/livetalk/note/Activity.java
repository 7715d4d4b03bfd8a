package io.dakenh.livetalk.note;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a conversation; names are kept as they were then.
 *
 * @param kind {@code closed}, {@code reopened}, {@code snoozed}, {@code woke}, {@code transferred},
 *     {@code left}, {@code added}, {@code labelled}, {@code unlabelled}, {@code rated}, {@code
 *     blocked}, {@code unblocked}, {@code contact-changed}
 * @param department it went to
 * @param agent it went to, or who was added
 * @param label put on or taken off
 * @param until when it comes back, or a block ends
 * @param score of a rating
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Activity(
    String kind,
    @Nullable Named department,
    @Nullable Named agent,
    @Nullable Named label,
    @Nullable Instant until,
    @Nullable Integer score) {

  /** Who or what, as it was called then. */
  public record Named(UUID id, String name) {}

  /** Nothing more to say. */
  public static Activity of(String kind) {
    return new Activity(kind, null, null, null, null, null);
  }

  /** Handed on to a department, maybe to one agent there. */
  public static Activity transferred(@Nullable Named department, @Nullable Named agent) {
    return new Activity("transferred", department, agent, null, null, null);
  }

  /** Concerning a colleague. */
  public static Activity agent(String kind, Named agent) {
    return new Activity(kind, null, agent, null, null, null);
  }

  /** Concerning a label. */
  public static Activity label(String kind, Named label) {
    return new Activity(kind, null, null, label, null, null);
  }

  /** Until a time; null: without end. */
  public static Activity until(String kind, @Nullable Instant until) {
    return new Activity(kind, null, null, null, until, null);
  }

  /** A rating. */
  public static Activity rated(int score) {
    return new Activity("rated", null, null, null, null, score);
  }
}
