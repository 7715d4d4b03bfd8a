package io.dakenh.livetalk.report;

import io.dakenh.contracts.config.ApiScopes;
import io.dakenh.livetalk.directory.Directory;
import io.dakenh.platform.problem.ProblemException;
import io.dakenh.platform.tenancy.Caller;
import io.dakenh.platform.tenancy.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** How conversations went, for owners. */
@Path("/api/v1/reports")
@RolesAllowed({Roles.OWNER, ApiScopes.REPORTS_READ})
@RunOnVirtualThread
@Tag(name = "reports")
public class ReportResource {
  private final ReportReader reports;
  private final Directory directory;
  private final Caller caller;
  private final Clock clock;

  @Inject
  ReportResource(ReportReader reports, Directory directory, Caller caller, Clock clock) {
    this.reports = reports;
    this.directory = directory;
    this.caller = caller;
    this.clock = clock;
  }

  /** What a report is about; days are those of the business's clock, both are included. */
  public static class Asked {
    @QueryParam("from")
    public @Nullable String from;

    @QueryParam("to")
    public @Nullable String to;

    @QueryParam("departmentId")
    public @Nullable UUID departmentId;

    @QueryParam("agentId")
    public @Nullable UUID agentId;

    @QueryParam("channelKind")
    public @Nullable String channelKind;
  }

  @GET
  @Operation(
      summary = "Numbers of the conversations that began on these days",
      description = "The last 30 days unless asked otherwise, at most 366.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = Report.class)))
  public Response conversations(@BeanParam Asked asked) {
    return Response.ok(read(asked)).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
  }

  @GET
  @Path("{table}.csv")
  @Operation(
      summary = "One of its tables as a file",
      description = "`days`, `agents`, `departments` or `channels`.")
  @APIResponse(responseCode = "200", description = "CSV in UTF-8")
  public Response table(@PathParam("table") String table, @BeanParam Asked asked) {
    Report report = read(asked);
    String csv =
        switch (table) {
          case "days" -> ReportCsv.of("day", report.days());
          case "agents" -> ReportCsv.of("agentId", report.agents());
          case "departments" -> ReportCsv.of("departmentId", report.departments());
          case "channels" -> ReportCsv.of("channel", report.channels());
          default -> throw ProblemException.notFound("table");
        };
    String name = "bao-cao-" + table + "-" + report.from() + "-" + report.to() + ".csv";
    return Response.ok(csv, "text/csv;charset=UTF-8")
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  private Report read(Asked asked) {
    UUID tenantId = caller.tenantId();
    ReportQuery query =
        ReportQuery.of(
            asked.from,
            asked.to,
            directory.voice(tenantId).zone(),
            clock.instant(),
            asked.departmentId,
            asked.agentId,
            asked.channelKind);
    return reports.read(tenantId, query);
  }
}
