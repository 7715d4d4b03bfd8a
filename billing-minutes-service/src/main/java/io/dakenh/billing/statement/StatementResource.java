package io.dakenh.billing.statement;

import io.dakenh.platform.problem.ProblemException;
import io.dakenh.platform.tenancy.Caller;
import io.dakenh.platform.tenancy.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Statements of the own business. */
@Path("/api/v1/statements")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OWNER)
@RunOnVirtualThread
@Tag(name = "statement")
public class StatementResource {
  private final Statements statements;
  private final Caller caller;

  @Inject
  StatementResource(Statements statements, Caller caller) {
    this.statements = statements;
    this.caller = caller;
  }

  /** Months there are statements of. */
  public record Months(List<String> items) {}

  /** Months, newest first. */
  @GET
  @Operation(operationId = "listStatements", summary = "Months with a statement, newest first")
  public Months list() {
    return new Months(statements.months(caller.tenantId()));
  }

  /** One month. */
  @GET
  @Path("/{month}")
  @Operation(operationId = "getStatement", summary = "What happened to the seconds of a month")
  public Statement get(@PathParam("month") String month) {
    try {
      return statements.of(caller.tenantId(), YearMonth.parse(month));
    } catch (DateTimeParseException noMonth) {
      throw ProblemException.invalid("/month", "month", "A month such as 2026-11.");
    }
  }
}
