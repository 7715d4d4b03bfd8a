package io.dakenh.billing.ledger;

import io.dakenh.platform.tenancy.Caller;
import io.dakenh.platform.tenancy.Roles;
import io.dakenh.platform.web.Page;
import io.dakenh.platform.web.PageRequest;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Every movement of the own business's call time. */
@Path("/api/v1/ledger-entries")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OWNER)
@Tag(name = "ledger")
public class LedgerEntryResource {
  private final LedgerEntries entries;
  private final Caller caller;

  @Inject
  LedgerEntryResource(LedgerEntries entries, Caller caller) {
    this.entries = entries;
    this.caller = caller;
  }

  /** One page, newest first. */
  @GET
  @RunOnVirtualThread
  @Operation(operationId = "listLedgerEntries", summary = "Movements of call time, newest first")
  public Page<LedgerEntryView> list(@BeanParam @Valid PageRequest page) {
    return entries.page(caller.tenantId(), page.limit, page.cursor);
  }
}
