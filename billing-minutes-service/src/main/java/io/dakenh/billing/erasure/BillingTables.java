package io.dakenh.billing.erasure;

import io.dakenh.billing.ledger.TenantWall;
import io.dakenh.contracts.event.Topic;
import io.dakenh.platform.relational.erasure.ErasedRows;
import io.dakenh.platform.relational.erasure.KeptTable;
import io.dakenh.platform.relational.erasure.TenantTables;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Accounting records stay with the id of the business and amounts only; all else goes. */
@ApplicationScoped
class BillingTables implements TenantTables {
  private static final String ACCOUNTING =
      "accounting records have to be kept for years; id of the business, amounts and times only";

  @Override
  public List<ErasedRows> erased() {
    List<ErasedRows> rows = new ArrayList<>(ErasedRows.platform());
    rows.add(ErasedRows.of("call_record"));
    rows.add(
        ErasedRows.words(
            "ledger_transfer",
            "note = null, call_id = null",
            "tenant_id = ? and (note is not null or call_id is not null)"));
    rows.add(
        ErasedRows.words(
            "billing_audit",
            "details = details - 'reason' - 'callId'",
            "tenant_id = ? and jsonb_exists_any(details, array['reason', 'callId'])"));
    rows.add(ErasedRows.told("entitlement", Topic.BILLING_ENTITLEMENT, "tenant_id::text"));
    return List.copyOf(rows);
  }

  @Override
  public List<KeptTable> kept() {
    return List.of(
        KeptTable.lawful("ledger_account", ACCOUNTING),
        KeptTable.lawful("ledger_transfer", ACCOUNTING),
        KeptTable.lawful("ledger_entry", ACCOUNTING),
        KeptTable.lawful("month_usage", ACCOUNTING),
        KeptTable.lawful("billing_audit", "which operator moved minutes, without the words"),
        KeptTable.ofNobody("plan", "of all businesses"),
        KeptTable.ofNobody("reconciliation_run", "sums of all businesses, forgotten in 90 days"));
  }

  @Override
  public void open(Connection connection, UUID tenantId) throws SQLException {
    TenantWall.openFor(connection, tenantId);
  }
}
