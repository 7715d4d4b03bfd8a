package io.dakenh.livetalk.contact;

import io.dakenh.livetalk.access.Callers;
import io.dakenh.platform.tenancy.Caller;
import io.dakenh.platform.tenancy.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where the visitor of a conversation has been on the website. */
@Path("/api/v1/conversations")
@RolesAllowed({Roles.OWNER, Roles.AGENT})
@RunOnVirtualThread
@Tag(name = "visitors")
public class PageResource {
  private final PageTrail trail;
  private final Caller caller;

  @Inject
  PageResource(PageTrail trail, Caller caller) {
    this.trail = trail;
    this.caller = caller;
  }

  /** Pages, oldest first. */
  public record Pages(List<PageTrail.Visited> items) {}

  @GET
  @Path("{id}/pages")
  @Operation(summary = "The pages the visitor saw, oldest first, the newest 50")
  public Pages pages(@PathParam("id") UUID id) {
    return new Pages(trail.pages(Callers.agent(caller), id));
  }
}
