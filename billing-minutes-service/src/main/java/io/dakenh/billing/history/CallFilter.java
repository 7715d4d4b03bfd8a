package io.dakenh.billing.history;

import io.dakenh.platform.problem.FieldError;
import io.dakenh.platform.problem.ProblemException;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which calls are wanted. */
public class CallFilter {
  private static final Set<String> MEDIA = Set.of("audio", "video");
  private static final Set<String> OUTCOMES =
      Set.of("completed", "missed", "cancelled", "failed", "cut", "lost");

  /** Calls that began at this instant or later. */
  @QueryParam("from")
  public @Nullable String from;

  /** Calls that began before this instant. */
  @QueryParam("to")
  public @Nullable String to;

  /** {@code audio} or {@code video}. */
  @QueryParam("media")
  public @Nullable String media;

  /** Calls this agent was in. */
  @QueryParam("agentId")
  public @Nullable String agentId;

  /** How it ended. */
  @QueryParam("outcome")
  public @Nullable String outcome;

  /** A condition of the statement with its parameters. */
  record Condition(String sql, List<Object> parameters) {}

  /** The filter as a condition; wrong values are told all at once. */
  Condition condition() {
    List<FieldError> errors = new ArrayList<>();
    List<Object> parameters = new ArrayList<>();
    StringBuilder sql = new StringBuilder();
    if (from != null) {
      sql.append(" and c.started_at >= ?");
      parameters.add(instant(errors, "/from", from));
    }
    if (to != null) {
      sql.append(" and c.started_at < ?");
      parameters.add(instant(errors, "/to", to));
    }
    if (media != null) {
      sql.append(" and c.media = ?");
      parameters.add(oneOf(errors, "/media", media, MEDIA));
    }
    if (outcome != null) {
      sql.append(" and c.outcome = ?");
      parameters.add(oneOf(errors, "/outcome", outcome, OUTCOMES));
    }
    if (agentId != null) {
      sql.append(" and c.agents @> jsonb_build_array(jsonb_build_object('id', ?::text))");
      parameters.add(id(errors, agentId));
    }
    if (!errors.isEmpty()) {
      throw ProblemException.invalid(errors);
    }
    return new Condition(sql.toString(), parameters);
  }

  private static OffsetDateTime instant(List<FieldError> errors, String pointer, String typed) {
    try {
      return Instant.parse(typed).atOffset(ZoneOffset.UTC);
    } catch (DateTimeParseException wrong) {
      errors.add(new FieldError(pointer, "instant", "An instant such as 2026-11-23T08:00:00Z."));
      return OffsetDateTime.MIN;
    }
  }

  private static String oneOf(
      List<FieldError> errors, String pointer, String typed, Set<String> known) {
    if (!known.contains(typed)) {
      errors.add(new FieldError(pointer, "choice", "One of " + String.join(", ", known) + "."));
    }
    return typed;
  }

  private static String id(List<FieldError> errors, String typed) {
    try {
      return UUID.fromString(typed).toString();
    } catch (IllegalArgumentException wrong) {
      errors.add(new FieldError("/agentId", "uuid", "Not a UUID."));
      return "";
    }
  }
}
