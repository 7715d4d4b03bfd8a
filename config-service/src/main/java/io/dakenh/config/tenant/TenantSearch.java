package io.dakenh.config.tenant;

import com.mongodb.client.model.Filters;
import io.dakenh.platform.problem.ProblemException;
import io.dakenh.platform.web.Cursor;
import jakarta.ws.rs.QueryParam;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.bson.conversions.Bson;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which businesses an operator looks for. */
public class TenantSearch {
  private static final int LONGEST = 200;
  private static final Set<String> STATES = Set.of(Tenant.ACTIVE, Tenant.SUSPENDED);

  /** A part of the name, or the whole id or widget key. */
  @QueryParam("q")
  @Parameter(description = "A part of the name, or the whole id or widget key")
  public @Nullable String words;

  /** In one state only. */
  @QueryParam("status")
  @Parameter(description = "active or suspended")
  public @Nullable String status;

  /** As a query for what lies behind the cursor; ids grow with time, so they are the order. */
  Bson query(@Nullable Cursor after) {
    List<Bson> all = new ArrayList<>();
    all.add(Filters.exists("_id"));
    if (status != null) {
      if (!STATES.contains(status)) {
        throw ProblemException.invalid("/status", "unknown-value", "active or suspended.");
      }
      all.add(Filters.eq("status", status));
    }
    String wanted = words == null ? "" : words.strip();
    if (wanted.length() > LONGEST) {
      throw ProblemException.invalid("/q", "size", "At most " + LONGEST + " characters.");
    }
    if (!wanted.isEmpty()) {
      all.add(named(wanted));
    }
    if (after != null) {
      all.add(
          Filters.lt(
              "_id",
              id(after.values().getFirst())
                  .orElseThrow(
                      () ->
                          ProblemException.invalid(
                              "/cursor", "cursor", "This cursor is not valid here."))));
    }
    return Filters.and(all);
  }

  private static Bson named(String wanted) {
    List<Bson> any = new ArrayList<>();
    any.add(
        Filters.regex(
            "name",
            Pattern.compile(
                Pattern.quote(wanted), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)));
    any.add(Filters.eq("widgetKey", wanted));
    id(wanted).ifPresent(id -> any.add(Filters.eq("_id", id)));
    return Filters.or(any);
  }

  private static Optional<UUID> id(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException other) {
      return Optional.empty();
    }
  }
}
