package io.dakenh.billing.operator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.dakenh.billing.entitlement.EntitlementService;
import io.dakenh.billing.entitlement.EntitlementView;
import io.dakenh.platform.problem.ProblemException;
import io.dakenh.platform.relational.idempotency.IdempotencyKeys;
import io.dakenh.platform.tenancy.Caller;
import io.dakenh.platform.tenancy.Roles;
import io.dakenh.platform.web.Cursor;
import io.dakenh.platform.web.Page;
import io.dakenh.platform.web.PageRequest;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Minutes of one business, for the platform's operator. */
@Path("/api/v1/operator/tenants/{tenantId}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPERATOR)
@RunOnVirtualThread
@Tag(name = "operator")
public class TenantMinutesResource {
  /** Larger than any id of version 7. */
  private static final UUID NEWEST = new UUID(-1L, -1L);

  private final AgroalDataSource database;
  private final TenantMinutes minutes;
  private final EntitlementService entitlements;
  private final IdempotencyKeys idempotency;
  private final ObjectMapper json;
  private final Caller caller;

  @Inject
  TenantMinutesResource(
      AgroalDataSource database,
      TenantMinutes minutes,
      EntitlementService entitlements,
      IdempotencyKeys idempotency,
      ObjectMapper json,
      Caller caller) {
    this.database = database;
    this.minutes = minutes;
    this.entitlements = entitlements;
    this.idempotency = idempotency;
    this.json = json;
    this.caller = caller;
  }

  /** What the business may use. */
  @GET
  @Path("/entitlement")
  @Operation(operationId = "getTenantEntitlement", summary = "Call time of a business")
  public EntitlementView entitlement(@PathParam("tenantId") UUID tenantId) {
    return EntitlementView.of(entitlements.get(tenantId));
  }

  /** Another plan. */
  @POST
  @Path("/plan-changes")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(operationId = "changeTenantPlan", summary = "Puts a business on another plan")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = EntitlementView.class)))
  public Response changePlan(
      @PathParam("tenantId") UUID tenantId,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @Valid @NotNull PlanChangeBody body) {
    return once(
        tenantId,
        key,
        "plan-change",
        body,
        () -> EntitlementView.of(minutes.changePlan(tenantId, body, caller.personId())));
  }

  /** Seconds given or taken. */
  @POST
  @Path("/corrections")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "correctMinutes",
      summary = "Gives or takes seconds by a new movement; 422 insufficient-seconds")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = EntitlementView.class)))
  public Response correct(
      @PathParam("tenantId") UUID tenantId,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @Valid @NotNull CorrectionBody body) {
    return once(
        tenantId,
        key,
        "correction",
        body,
        () -> EntitlementView.of(minutes.correct(tenantId, body, caller.personId())));
  }

  /** Who did what. */
  @GET
  @Path("/audit-entries")
  @Transactional
  @Operation(operationId = "listBillingAudit", summary = "What operators did, newest first")
  public Page<OperatorAudit.Entry> audit(
      @PathParam("tenantId") UUID tenantId, @BeanParam @Valid PageRequest page) {
    try (Connection connection = database.getConnection()) {
      return Page.cut(
          OperatorAudit.page(connection, tenantId, before(page.cursor), page.limit + 1),
          page.limit,
          entry -> Cursor.of(entry.id()));
    } catch (SQLException away) {
      throw ProblemException.unavailable("storage-unavailable", "Please try again.", away);
    }
  }

  private Response once(
      UUID tenantId,
      @Nullable String key,
      String operation,
      Record body,
      Supplier<EntitlementView> work) {
    String answer =
        idempotency.once(tenantId, key, operation, String.valueOf(body), () -> written(work.get()));
    return Response.ok(answer, MediaType.APPLICATION_JSON).build();
  }

  private String written(EntitlementView view) {
    try {
      return json.writeValueAsString(view);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("an answer cannot be written", impossible);
    }
  }

  private static UUID before(@Nullable String cursor) {
    Cursor decoded = Cursor.decode(cursor, 1);
    if (decoded == null) {
      return NEWEST;
    }
    try {
      return UUID.fromString(decoded.values().getFirst());
    } catch (IllegalArgumentException notOurs) {
      throw ProblemException.invalid("/cursor", "cursor", "This cursor is not valid here.");
    }
  }
}
