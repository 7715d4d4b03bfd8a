package io.dakenh.referral.code;

import io.dakenh.platform.tenancy.Caller;
import io.dakenh.platform.tenancy.Roles;
import io.dakenh.referral.ReferralConfig;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The own business's referral code. */
@Path("/api/v1/code")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OWNER)
@Tag(name = "code")
public class ReferralCodeResource {
  private final ReferralCodes codes;
  private final ReferralConfig config;
  private final Caller caller;

  @Inject
  ReferralCodeResource(ReferralCodes codes, ReferralConfig config, Caller caller) {
    this.codes = codes;
    this.config = config;
    this.caller = caller;
  }

  /** Code and link. */
  @GET
  @RunOnVirtualThread
  @Operation(operationId = "getReferralCode", summary = "Code and link to share")
  public ReferralCodeView get() {
    return ReferralCodeView.of(codes.get(caller.tenantId()), config.publicUrl());
  }
}
