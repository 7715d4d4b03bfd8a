package io.dakenh.livetalk.label;

import io.dakenh.livetalk.access.Callers;
import io.dakenh.platform.tenancy.Caller;
import io.dakenh.platform.tenancy.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The labels of one conversation. */
@Path("/api/v1/conversations")
@RolesAllowed({Roles.OWNER, Roles.AGENT})
@RunOnVirtualThread
@Tag(name = "labels")
public class ConversationLabelResource {
  private final ConversationLabels labels;
  private final Caller caller;

  @Inject
  ConversationLabelResource(ConversationLabels labels, Caller caller) {
    this.labels = labels;
    this.caller = caller;
  }

  @PUT
  @Path("{id}/labels/{labelId}")
  @Operation(summary = "Puts a label on a conversation; again changes nothing")
  public void add(@PathParam("id") UUID id, @PathParam("labelId") UUID labelId) {
    labels.add(Callers.agent(caller), id, labelId);
  }

  @DELETE
  @Path("{id}/labels/{labelId}")
  @Operation(summary = "Takes a label off a conversation; again changes nothing")
  public void remove(@PathParam("id") UUID id, @PathParam("labelId") UUID labelId) {
    labels.remove(Callers.agent(caller), id, labelId);
  }
}
