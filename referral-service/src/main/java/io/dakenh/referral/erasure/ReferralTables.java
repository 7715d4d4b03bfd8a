package io.dakenh.referral.erasure;

import io.dakenh.contracts.event.Topic;
import io.dakenh.platform.relational.erasure.ErasedRows;
import io.dakenh.platform.relational.erasure.KeptTable;
import io.dakenh.platform.relational.erasure.TenantTables;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/**
 * All of a business goes but this: whoever brought it keeps that it brought somebody, and what that
 * was worth. The business is there without its name and without anything that tells who owned it.
 */
@ApplicationScoped
class ReferralTables implements TenantTables {
  private static final String REFERRED =
      "exists (select from referral r where r.referred_tenant_id = ? and r.tenant_id <> ?)";

  @Override
  public List<ErasedRows> erased() {
    List<ErasedRows> rows = new ArrayList<>(ErasedRows.platform());
    rows.add(ErasedRows.of("click"));
    rows.add(ErasedRows.of("click_day"));
    rows.add(ErasedRows.of("visitor_day"));
    rows.add(ErasedRows.of("owner_device"));
    rows.add(ErasedRows.of("conversation_progress"));
    rows.add(ErasedRows.of("business_progress"));
    rows.add(ErasedRows.of("referral"));
    rows.add(ErasedRows.told("referral_code", Topic.REFERRAL_REFERRAL, "tenant_id::text"));
    rows.add(
        ErasedRows.words(
            "business",
            "name = '', status = 'erased', owner_hash = null, owner_domain_hash = null",
            "tenant_id = ? and status <> 'erased' and " + REFERRED));
    rows.add(ErasedRows.where("business", "tenant_id = ? and not " + REFERRED));
    return List.copyOf(rows);
  }

  @Override
  public List<KeptTable> kept() {
    return List.of();
  }
}
