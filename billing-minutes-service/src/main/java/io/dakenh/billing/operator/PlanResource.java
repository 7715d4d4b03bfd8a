package io.dakenh.billing.operator;

import io.agroal.api.AgroalDataSource;
import io.dakenh.billing.plan.Plan;
import io.dakenh.billing.plan.Plans;
import io.dakenh.platform.problem.ProblemException;
import io.dakenh.platform.tenancy.Caller;
import io.dakenh.platform.tenancy.Roles;
import io.dakenh.platform.web.Preconditions;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Plans, for the platform's operator. */
@Path("/api/v1/operator/plans")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPERATOR)
@RunOnVirtualThread
@Transactional(rollbackOn = SQLException.class)
@Tag(name = "operator")
public class PlanResource {
  private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{1,39}");

  private final AgroalDataSource database;
  private final Caller caller;

  @Inject
  PlanResource(AgroalDataSource database, Caller caller) {
    this.database = database;
    this.caller = caller;
  }

  /** All plans. */
  public record PlanList(List<PlanView> items) {}

  /** A new plan. */
  public record NewPlan(@NotNull @Nullable String code, @NotNull @Valid @Nullable PlanBody plan) {}

  /** Smallest first. */
  @GET
  @Operation(operationId = "listPlans", summary = "All plans, smallest first")
  public PlanList list() throws SQLException {
    try (Connection connection = database.getConnection()) {
      return new PlanList(Plans.all(connection).stream().map(PlanView::of).toList());
    }
  }

  /** A plan of a new code. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(operationId = "createPlan", summary = "Creates a plan")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = PlanView.class)))
  public Response create(@Valid @NotNull NewPlan body) throws SQLException {
    String code = String.valueOf(body.code());
    PlanBody wanted = body.plan();
    if (wanted == null || !CODE.matcher(code).matches()) {
      throw ProblemException.invalid(
          "/code", "plan-code", "2 to 40 small letters, digits and hyphens.");
    }
    Plan plan = wanted.plan(code, 1);
    try (Connection connection = database.getConnection()) {
      if (!Plans.add(connection, plan)) {
        throw ProblemException.conflict("plan-exists", "There is a plan of this code.");
      }
      OperatorAudit.add(connection, null, caller.personId(), "plan.created", facts(plan));
    }
    return Response.created(URI.create("/api/billing/v1/operator/plans/" + code))
        .entity(PlanView.of(plan))
        .tag(Preconditions.tag(plan.version()))
        .build();
  }

  /** Other values of a plan. */
  @PUT
  @Path("/{code}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "changePlan",
      summary = "Changes a plan; what was granted this month stays granted")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = PlanView.class)))
  public Response change(
      @PathParam("code") String code,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @Valid @NotNull PlanBody body)
      throws SQLException {
    long expected = Preconditions.expectedVersion(ifMatch);
    try (Connection connection = database.getConnection()) {
      if (Plans.find(connection, code).isEmpty()) {
        throw ProblemException.notFound("plan");
      }
      Plan plan = body.plan(code, expected);
      if (!Plans.change(connection, plan)) {
        throw Preconditions.stale();
      }
      OperatorAudit.add(connection, null, caller.personId(), "plan.changed", facts(plan));
      return Response.ok(PlanView.of(body.plan(code, expected + 1)))
          .tag(Preconditions.tag(expected + 1))
          .build();
    }
  }

  private static Map<String, Object> facts(Plan plan) {
    return Map.of(
        "code",
        plan.code(),
        "name",
        plan.name(),
        "monthlySeconds",
        plan.monthlySeconds(),
        "incrementSeconds",
        plan.incrementSeconds(),
        "exhaustedPolicy",
        plan.exhausted().code());
  }
}
