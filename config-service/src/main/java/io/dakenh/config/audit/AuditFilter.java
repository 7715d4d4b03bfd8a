package io.dakenh.config.audit;

import com.mongodb.client.model.Filters;
import io.dakenh.config.text.BodyCheck;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Which entries are wanted. */
public class AuditFilter {
  /** Action, for example {@code section.published}. */
  @QueryParam("action")
  public @Nullable String action;

  /** Who did it. */
  @QueryParam("actorId")
  public @Nullable String actorId;

  /** Not before this instant. */
  @QueryParam("from")
  public @Nullable String from;

  /** Before this instant. */
  @QueryParam("to")
  public @Nullable String to;

  /** The filter as a query about one tenant. */
  Bson query(UUID tenantId) {
    BodyCheck check = new BodyCheck();
    List<Bson> all = new ArrayList<>();
    all.add(Filters.eq("tenantId", tenantId));
    if (action != null) {
      all.add(Filters.eq("action", action));
    }
    if (actorId != null) {
      all.add(Filters.eq("actorId", id(check, actorId)));
    }
    if (from != null) {
      all.add(Filters.gte("at", instant(check, "/from", from)));
    }
    if (to != null) {
      all.add(Filters.lt("at", instant(check, "/to", to)));
    }
    check.done();
    return Filters.and(all);
  }

  private static String id(BodyCheck check, String typed) {
    try {
      return UUID.fromString(typed).toString();
    } catch (IllegalArgumentException wrong) {
      check.wrong("/actorId", "uuid", "Not a UUID.");
      return "";
    }
  }

  private static Instant instant(BodyCheck check, String pointer, String typed) {
    try {
      return Instant.parse(typed);
    } catch (DateTimeParseException wrong) {
      check.wrong(pointer, "instant", "An instant such as 2026-11-23T08:00:00Z.");
      return Instant.EPOCH;
    }
  }
}
