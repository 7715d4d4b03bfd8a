package io.dakenh.channels.provider;

import io.dakenh.platform.tenancy.Caller;
import io.dakenh.platform.tenancy.Roles;
import io.dakenh.platform.web.Page;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;

/** Whether channels can be linked right now. */
@Path("/api/v1/providers")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OWNER)
@Tag(name = "provider")
public class ProviderResource {
  private static final Logger LOG = Logger.getLogger(ProviderResource.class);

  private final Providers providers;
  private final Caller caller;

  @Inject
  ProviderResource(Providers providers, Caller caller) {
    this.providers = providers;
    this.caller = caller;
  }

  /** Facebook and Zalo. */
  @GET
  @RunOnVirtualThread
  @Operation(operationId = "listProviders", summary = "Providers: configured, reachable")
  public Page<ProviderView> list() {
    LOG.debugf("providers for tenant %s", caller.tenantId());
    return new Page<>(providers.states(), null);
  }
}
