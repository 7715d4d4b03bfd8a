package io.dakenh.routing.erasure;

import io.dakenh.platform.relational.erasure.ErasedRows;
import io.dakenh.platform.relational.erasure.KeptTable;
import io.dakenh.platform.relational.erasure.TenantTables;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** Everything this service keeps is of some business, and all of it goes. */
@ApplicationScoped
class RoutingTables implements TenantTables {
  @Override
  public List<ErasedRows> erased() {
    List<ErasedRows> rows = new ArrayList<>(ErasedRows.platform());
    rows.add(ErasedRows.of("errand"));
    rows.add(ErasedRows.family("allocation").with("offer", "allocation_id"));
    rows.add(ErasedRows.of("allocation_step"));
    rows.add(ErasedRows.of("allocation_restart"));
    rows.add(ErasedRows.of("agent_call"));
    rows.add(ErasedRows.of("department_member"));
    rows.add(ErasedRows.of("department"));
    rows.add(ErasedRows.of("agent"));
    return List.copyOf(rows);
  }

  @Override
  public List<KeptTable> kept() {
    return List.of();
  }
}
