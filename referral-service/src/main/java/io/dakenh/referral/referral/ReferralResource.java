package io.dakenh.referral.referral;

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

/** Whom the own business brought. */
@Path("/api/v1/referrals")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OWNER)
@Tag(name = "referral")
public class ReferralResource {
  private final ReferralService referrals;
  private final Caller caller;

  @Inject
  ReferralResource(ReferralService referrals, Caller caller) {
    this.referrals = referrals;
    this.caller = caller;
  }

  /** One page, newest first. */
  @GET
  @RunOnVirtualThread
  @Operation(operationId = "listReferrals", summary = "Businesses brought, newest first")
  public Page<ReferralView> list(@BeanParam @Valid PageRequest page) {
    return referrals.page(caller.tenantId(), page.limit, page.cursor);
  }
}
