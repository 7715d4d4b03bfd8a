package io.dakenh.referral.code;

import io.dakenh.platform.tenancy.Caller;
import io.dakenh.platform.tenancy.Roles;
import io.dakenh.referral.ReferralConfig;
import io.dakenh.referral.click.Clicks;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
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
  private final Clicks clicks;
  private final Caller caller;

  @Inject
  ReferralCodeResource(ReferralCodes codes, ReferralConfig config, Clicks clicks, Caller caller) {
    this.codes = codes;
    this.config = config;
    this.clicks = clicks;
    this.caller = caller;
  }

  /**
   * Code and link. Remembers the device for a while: a business that follows its own link on it
   * refers itself.
   */
  @GET
  @RunOnVirtualThread
  @Operation(operationId = "getReferralCode", summary = "Code and link to share")
  public ReferralCodeView get(@Context HttpServerRequest request) {
    clicks.ownerSeen(
        caller.tenantId(),
        request.remoteAddress() == null ? null : request.remoteAddress().hostAddress(),
        request.getHeader("User-Agent"),
        request.getHeader("Accept-Language"));
    return ReferralCodeView.of(codes.get(caller.tenantId()), config.publicUrl());
  }
}
