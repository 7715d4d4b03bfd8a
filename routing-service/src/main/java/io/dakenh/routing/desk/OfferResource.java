package io.dakenh.routing.desk;

import io.dakenh.platform.tenancy.Roles;
import io.dakenh.platform.web.Page;
import io.dakenh.platform.web.PageRequest;
import io.dakenh.routing.allocation.AllocationService;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The caller's offers. Owners have some too when they are listed as agents of a department. */
@Path("/api/v1/offers")
@Tag(name = "Offers")
@RolesAllowed({Roles.OWNER, Roles.AGENT})
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class OfferResource {
  private final DeskQueries queries;
  private final AllocationService allocations;
  private final Desk desk;

  @Inject
  OfferResource(DeskQueries queries, AllocationService allocations, Desk desk) {
    this.queries = queries;
    this.allocations = allocations;
    this.desk = desk;
  }

  /** Pending offers of the caller. */
  @GET
  @Operation(summary = "Own pending offers, oldest first")
  public Page<OfferView> list(@BeanParam @Valid PageRequest page) {
    return queries.offers(desk.person(), page);
  }

  /** Joins the conversation. */
  @POST
  @Path("/{offerId}/accept")
  @Operation(summary = "Joins the offered conversation; exactly one agent succeeds")
  @APIResponse(responseCode = "200", description = "It is the caller's, also when accepted before")
  @APIResponse(
      responseCode = "409",
      description =
          "offer-already-resolved, with acceptedBy when another was first; or offer-expired")
  public AllocationView accept(@PathParam("offerId") UUID offerId) {
    return AllocationView.of(allocations.accept(desk.person(), offerId));
  }

  /** Says no. */
  @POST
  @Path("/{offerId}/decline")
  @Operation(summary = "Declines an offer; the next agent is asked at once")
  @APIResponse(responseCode = "204", description = "Declined, also when declined before")
  @APIResponse(responseCode = "409", description = "offer-already-resolved or offer-expired")
  public void decline(@PathParam("offerId") UUID offerId) {
    allocations.decline(desk.person(), offerId);
  }
}
