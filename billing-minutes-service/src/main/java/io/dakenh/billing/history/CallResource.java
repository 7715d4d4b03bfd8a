package io.dakenh.billing.history;

import io.dakenh.platform.tenancy.Caller;
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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Calls of the own business. */
@Path("/api/v1")
@RolesAllowed(Roles.OWNER)
@RunOnVirtualThread
@Tag(name = "calls")
public class CallResource {
  /** Rows of one file; narrow the time to get at older ones. */
  static final int CSV_MOST = 10_000;

  private final CallHistory history;
  private final Caller caller;

  @Inject
  CallResource(CallHistory history, Caller caller) {
    this.history = history;
    this.caller = caller;
  }

  /** One page, newest first. */
  @GET
  @Path("/calls")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(operationId = "listCalls", summary = "Calls and what they cost, newest first")
  public Page<CallView> list(@BeanParam CallFilter filter, @BeanParam @Valid PageRequest page) {
    Cursor after = Cursor.decode(page.cursor, 2);
    return Page.cut(
        history.find(caller.tenantId(), filter, page.limit + 1, after),
        page.limit,
        CallHistory::cursor);
  }

  /** The same as a file. */
  @GET
  @Path("/calls.csv")
  @Produces("text/csv")
  @Operation(operationId = "exportCalls", summary = "The same as a file, at most the newest 10,000")
  @APIResponse(
      responseCode = "200",
      content = @Content(mediaType = "text/csv", schema = @Schema(implementation = String.class)))
  public Response csv(@BeanParam CallFilter filter) {
    String text = CallCsv.of(history.find(caller.tenantId(), filter, CSV_MOST, null));
    return Response.ok(text, "text/csv;charset=UTF-8")
        .header("Content-Disposition", "attachment; filename=\"calls.csv\"")
        .header("Cache-Control", "private, no-store")
        .build();
  }
}
