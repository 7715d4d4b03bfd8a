package io.dakenh.livetalk.visitor;

import io.dakenh.livetalk.store.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** What is known of visitors. */
@ApplicationScoped
public class Visitors {
  private static final int NUMBERS = 9_000;
  private static final int FIRST_NUMBER = 1_000;

  private final Database database;

  @Inject
  Visitors(Database database) {
    this.database = database;
  }

  /** The name the visitor gave, or the one made up for visitors who gave none. */
  public String name(UUID tenantId, UUID visitorId) {
    return database
        .first(
            "select name from visitor where tenant_id = ? and id = ?",
            row -> row.getString(1),
            tenantId,
            visitorId)
        .orElseGet(() -> madeUp(visitorId));
  }

  /** The same visitor always gets the same name. */
  static String madeUp(UUID visitorId) {
    return "Khách " + (FIRST_NUMBER + Math.floorMod(visitorId.getLeastSignificantBits(), NUMBERS));
  }
}
