package io.dakenh.livetalk.settings;

import io.dakenh.livetalk.store.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Websites that may carry a business's widget. */
@ApplicationScoped
public class Websites {
  private final Database database;

  @Inject
  Websites(Database database) {
    this.database = database;
  }

  /** A new version of a business's widget is out. */
  public void published(UUID tenantId, long version, List<String> allowed) {
    database.update(
        """
        insert into widget (tenant_id, version, allowed_websites) values (?, ?, ?)
        on conflict (tenant_id) do update
        set version = excluded.version, allowed_websites = excluded.allowed_websites
        where widget.version < excluded.version""",
        tenantId,
        version,
        allowed.toArray(String[]::new));
  }

  /** The websites of the business with this key, empty for all; nothing for an unknown key. */
  public Optional<List<String>> allowed(String widgetKey) {
    return database.first(
        """
        select coalesce(w.allowed_websites, '{}')
        from tenant t left join widget w on w.tenant_id = t.id
        where t.widget_key = ?""",
        row -> Arrays.asList((String[]) row.getArray(1).getArray()),
        widgetKey);
  }
}
