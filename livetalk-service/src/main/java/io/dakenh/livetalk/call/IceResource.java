package io.dakenh.livetalk.call;

import io.dakenh.livetalk.access.Callers;
import io.dakenh.livetalk.party.Party;
import io.dakenh.platform.tenancy.Caller;
import io.dakenh.platform.tenancy.Roles;
import io.dakenh.platform.time.Ids;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Servers of calls, for the check at the beginning of a shift. */
@Path("/api/v1/calls")
@RolesAllowed({Roles.OWNER, Roles.AGENT})
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "calls")
public class IceResource {
  private final IceServers ice;
  private final Caller caller;

  @Inject
  IceResource(IceServers ice, Caller caller) {
    this.ice = ice;
    this.caller = caller;
  }

  /** What a call would use. */
  @GET
  @Path("/ice")
  @Operation(summary = "Servers a browser would use in a call, to try whether calls would connect")
  public IceView ice() {
    Party party = Callers.agent(caller);
    return ice.of(party.tenantId(), Ids.next(), party.id());
  }
}
