package io.dakenh.config.staff;

import io.dakenh.config.storage.Entries;
import io.dakenh.config.tenant.Consequences;
import io.dakenh.contracts.config.StaffChanged;
import io.dakenh.contracts.event.EventCatalog;

/** How a person is announced. */
public final class StaffEvents {
  private StaffEvents() {}

  /** The person as it is now; visitors may choose among people. */
  public static void changed(Entries entries, Staff staff) {
    entries.event(
        EventCatalog.STAFF_CHANGED,
        staff.id,
        new StaffChanged(
            staff.tenantId,
            staff.id,
            staff.version,
            staff.name,
            staff.role,
            staff.active,
            staff.avatarUrl,
            staff.capacity,
            staff.email));
    entries.effect(Consequences.RENDER_WIDGET, staff.tenantId.toString(), "{}");
  }
}
