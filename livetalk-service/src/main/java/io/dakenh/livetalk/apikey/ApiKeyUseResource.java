package io.dakenh.livetalk.apikey;

import io.dakenh.platform.tenancy.Caller;
import io.dakenh.platform.tenancy.Roles;
import io.dakenh.platform.web.Page;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Which keys are in use, beside the list of config-service. */
@Path("/api/v1/api-key-uses")
@RolesAllowed(Roles.OWNER)
@RunOnVirtualThread
@Tag(name = "api keys")
public class ApiKeyUseResource {
  private final ApiKeys keys;
  private final Caller caller;

  @Inject
  ApiKeyUseResource(ApiKeys keys, Caller caller) {
    this.keys = keys;
    this.caller = caller;
  }

  @GET
  @Operation(
      summary = "When each key was last used",
      description = "One page; to ten minutes. A key that is not listed was never used.")
  public Page<ApiKeys.Use> list() {
    return new Page<>(keys.uses(caller.tenantId()), null);
  }
}
