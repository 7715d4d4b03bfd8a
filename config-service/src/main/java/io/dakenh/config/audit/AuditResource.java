package io.dakenh.config.audit;

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

/** The audit log of the own business. */
@Path("/api/v1")
@RolesAllowed(Roles.OWNER)
@RunOnVirtualThread
@Tag(name = "audit")
class AuditResource {
  /** Rows of one file; narrow the time to get at older ones. */
  static final int CSV_MOST = 10_000;

  private static final String CSV = "text/csv;charset=UTF-8";

  private final AuditLog log;
  private final Caller caller;

  @Inject
  AuditResource(AuditLog log, Caller caller) {
    this.log = log;
    this.caller = caller;
  }

  @GET
  @Path("/audit-entries")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = "Who changed what and when, newest first")
  public Page<AuditEntryView> list(
      @BeanParam AuditFilter filter, @BeanParam @Valid PageRequest request) {
    Cursor after = Cursor.decode(request.cursor, 2);
    return Page.cut(
        log.find(caller.tenantId(), filter, request.limit + 1, after),
        request.limit,
        AuditLog::cursor);
  }

  @GET
  @Path("/audit-entries.csv")
  @Produces("text/csv")
  @Operation(summary = "The same as a file, at most the newest 10,000")
  @APIResponse(
      responseCode = "200",
      content = @Content(mediaType = "text/csv", schema = @Schema(implementation = String.class)))
  public Response csv(@BeanParam AuditFilter filter) {
    return Response.ok(AuditCsv.of(log.find(caller.tenantId(), filter, CSV_MOST, null)), CSV)
        .header("Content-Disposition", "attachment; filename=\"audit.csv\"")
        .header("Cache-Control", "private, no-store")
        .build();
  }
}
