package io.dakenh.config.department;

import io.dakenh.config.storage.Entries;
import io.dakenh.config.tenant.Consequences;
import io.dakenh.contracts.config.DepartmentChanged;
import io.dakenh.contracts.event.EventCatalog;
import java.util.UUID;

/** How a department is announced. */
public final class DepartmentEvents {
  private DepartmentEvents() {}

  /** The department as it is now; visitors may choose among departments. */
  public static void changed(Entries entries, Department department, UUID defaultId) {
    entries.event(
        EventCatalog.DEPARTMENT_CHANGED,
        department.id,
        new DepartmentChanged(
            department.tenantId,
            department.id,
            department.version,
            department.name,
            department.allocationMode,
            department.passOnSeconds,
            department.totalSeconds,
            department.agentIds,
            isDefault(department, defaultId),
            department.deleted,
            department.successorId,
            department.pictureUrl,
            department.capacity,
            department.preferPreviousAgent,
            department.hours));
    entries.effect(Consequences.RENDER_WIDGET, department.tenantId.toString(), "{}");
  }

  /** A department that is about to become the default counts as it already. */
  static boolean isDefault(Department department, UUID defaultId) {
    return !department.deleted
        && (department.makeDefaultSince != null || department.id.equals(defaultId));
  }
}
