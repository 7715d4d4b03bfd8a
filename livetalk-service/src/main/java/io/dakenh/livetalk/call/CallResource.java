package io.dakenh.livetalk.call;

import io.dakenh.livetalk.access.Access;
import io.dakenh.livetalk.access.Callers;
import io.dakenh.livetalk.party.Party;
import io.dakenh.platform.tenancy.Caller;
import io.dakenh.platform.tenancy.Roles;
import io.dakenh.platform.web.Page;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The calls of conversations, for the desk; calls themselves are made over the socket. */
@Path("/api/v1/conversations")
@RolesAllowed({Roles.OWNER, Roles.AGENT})
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "calls")
public class CallResource {
  private static final int MOST = 100;

  private final CallAnnouncer calls;
  private final Access access;
  private final Caller caller;

  @Inject
  CallResource(CallAnnouncer calls, Access access, Caller caller) {
    this.calls = calls;
    this.access = access;
    this.caller = caller;
  }

  /** What its cards show. */
  @GET
  @Path("/{id}/calls")
  @Operation(summary = "The calls of a conversation, newest first", description = "At most 100.")
  public Page<CallView> list(@PathParam("id") UUID id) {
    Party party = Callers.agent(caller);
    access.require(party, id);
    return new Page<>(calls.ofConversation(party.tenantId(), id, MOST), null);
  }
}
