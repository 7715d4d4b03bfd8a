package io.dakenh.livetalk.call;

import io.dakenh.livetalk.store.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** What a business lets its visitors do: section {@code window}. */
@ApplicationScoped
class CallSettings {
  private final Database database;

  @Inject
  CallSettings(Database database) {
    this.database = database;
  }

  /** Whether visitors may call this way; a business nobody has told us of hides nothing. */
  boolean offered(UUID tenantId, Media media) {
    return database
        .first(
            "select coalesce((content ->> ?)::boolean, true) from section_settings where tenant_id = ? and section = 'window'",
            row -> row.getBoolean(1),
            media.code(),
            tenantId)
        .orElse(Boolean.TRUE);
  }
}
