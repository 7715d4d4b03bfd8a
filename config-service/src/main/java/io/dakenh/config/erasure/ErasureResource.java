package io.dakenh.config.erasure;

import io.dakenh.platform.problem.ProblemException;
import io.dakenh.platform.tenancy.Roles;
import io.dakenh.platform.web.Cursor;
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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Erasures and their receipts, for the platform's operator. */
@Path("/api/v1/erasures")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPERATOR)
@RunOnVirtualThread
@Tag(name = "operator")
class ErasureResource {
  private final ErasureRepository erasures;

  @Inject
  ErasureResource(ErasureRepository erasures) {
    this.erasures = erasures;
  }

  @GET
  @Operation(summary = "Erasures and receipts, newest first")
  public Page<ErasureView> list(@BeanParam @Valid PageRequest page) {
    return Page.cut(
            erasures.newest(Cursor.decode(page.cursor, 1), page.limit + 1),
            page.limit,
            erasure -> Cursor.of(erasure.id))
        .map(ErasureView::of);
  }

  @GET
  @Path("/{id}")
  @Operation(summary = "How far an erasure got")
  public ErasureView get(@PathParam("id") UUID id) {
    return ErasureView.of(erasures.require(id));
  }

  @GET
  @Path("/{id}/receipt")
  @Operation(summary = "The receipt as a file", description = "409 until the erasure is completed.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ErasureView.class)))
  public Response receipt(@PathParam("id") UUID id) {
    Erasure erasure = erasures.require(id);
    if (erasure.completedAt == null) {
      throw ProblemException.conflict(
          "erasure-not-completed", "Some services have not answered yet.");
    }
    return Response.ok(ErasureView.of(erasure))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"erasure-" + erasure.tenantId + ".json\"")
        .build();
  }
}
