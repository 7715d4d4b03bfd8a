package io.dakenh.livetalk.settings;

import io.dakenh.livetalk.store.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** The popup messages visitors see on pages. */
@ApplicationScoped
public class Popups {
  private final Database database;

  @Inject
  Popups(Database database) {
    this.database = database;
  }

  /**
   * The words a conversation begins with when it began at this popup: those of the published one,
   * never the visitor's, and only where the owner wants them repeated.
   */
  public Optional<String> repeated(UUID tenantId, UUID popupId) {
    return database.first(
        """
        select trim(item ->> 'content')
        from section_settings, jsonb_array_elements(content -> 'items') item
        where tenant_id = ? and section = 'popups' and item ->> 'id' = ?
          and item -> 'resend' = 'true'::jsonb and trim(item ->> 'content') <> ''""",
        row -> row.getString(1),
        tenantId,
        popupId.toString());
  }
}
