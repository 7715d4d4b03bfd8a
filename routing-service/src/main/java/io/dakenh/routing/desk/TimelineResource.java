package io.dakenh.routing.desk;

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
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How a conversation came to its agent. */
@Path("/api/v1/conversations")
@Tag(name = "Timeline")
@RolesAllowed({Roles.OWNER, Roles.AGENT})
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class TimelineResource {
  private final DeskQueries queries;
  private final Desk desk;

  @Inject
  TimelineResource(DeskQueries queries, Desk desk) {
    this.queries = queries;
    this.desk = desk;
  }

  /** Each offer, to whom, why, how it ended. */
  @GET
  @Path("/{conversationId}/timeline")
  @Operation(summary = "Each step of the allocation, oldest first")
  public Page<StepView> timeline(
      @PathParam("conversationId") UUID conversationId, @BeanParam @Valid PageRequest page) {
    return queries.timeline(desk.person(), conversationId, page);
  }
}
