package io.dakenh.livetalk.webhook;

import io.dakenh.livetalk.store.Database;
import io.dakenh.platform.problem.ProblemException;
import io.dakenh.platform.tenancy.Caller;
import io.dakenh.platform.tenancy.Roles;
import io.dakenh.platform.time.Ids;
import io.dakenh.platform.web.Cursor;
import io.dakenh.platform.web.Page;
import io.dakenh.platform.web.PageRequest;
import io.dakenh.platform.web.Preconditions;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Webhooks of the own business, for owners. */
@Path("/api/v1/webhooks")
@RolesAllowed(Roles.OWNER)
@RunOnVirtualThread
@Tag(name = "webhooks")
public class WebhookResource {
  private final Endpoints endpoints;
  private final Deliveries deliveries;
  private final Signatures signatures;
  private final Database database;
  private final Caller caller;
  private final Clock clock;

  @Inject
  WebhookResource(
      Endpoints endpoints,
      Deliveries deliveries,
      Signatures signatures,
      Database database,
      Caller caller,
      Clock clock) {
    this.endpoints = endpoints;
    this.deliveries = deliveries;
    this.signatures = signatures;
    this.database = database;
    this.caller = caller;
    this.clock = clock;
  }

  @GET
  @Operation(summary = "All webhooks, oldest first", description = "One page.")
  public Page<EndpointView> list() {
    return new Page<>(
        endpoints.all(caller.tenantId()).stream().map(one -> view(one, null)).toList(), null);
  }

  @POST
  @Operation(
      summary = "Adds a webhook",
      description =
          "Only this answer has its secret. 400 names a url that is not https or not public; 422 webhook-limit-reached beyond 10.")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = EndpointView.class)))
  public Response create(@Nullable EndpointBody body) {
    Endpoint made = endpoints.create(caller.tenantId(), body, caller.personId());
    return shown(
        Response.created(URI.create("/api/livetalk/v1/webhooks/" + made.id())), withSecret(made));
  }

  @GET
  @Path("{id}")
  @Operation(summary = "One webhook")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = EndpointView.class)))
  public Response one(@PathParam("id") UUID id) {
    return shown(Response.ok(), view(endpoints.require(caller.tenantId(), id), null));
  }

  @PUT
  @Path("{id}")
  @Operation(
      summary = "Replaces a webhook; If-Match required",
      description =
          "With active, one that was disabled begins anew. Paused, nothing is kept for it.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = EndpointView.class)))
  public Response change(
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @Nullable EndpointBody body) {
    Endpoint changed = endpoints.change(caller.tenantId(), id, ifMatch, body, caller.personId());
    return shown(Response.ok(), view(changed, null));
  }

  @DELETE
  @Path("{id}")
  @Operation(summary = "Deletes a webhook with its log; If-Match required")
  public void delete(
      @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
    endpoints.delete(caller.tenantId(), id, ifMatch, caller.personId());
  }

  @POST
  @Path("{id}/secret/rotate")
  @Operation(
      summary = "Replaces the secret",
      description = "Only this answer has it. The former one signs beside it for 24 hours.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = EndpointView.class)))
  public Response rotate(@PathParam("id") UUID id) {
    return shown(
        Response.ok(), withSecret(endpoints.rotate(caller.tenantId(), id, caller.personId())));
  }

  @POST
  @Path("{id}/test")
  @Operation(
      summary = "Sends an event of the type test",
      description = "Look for it in the log. 409 webhook-not-active.")
  public DeliveryView test(@PathParam("id") UUID id) {
    Endpoint endpoint = endpoints.require(caller.tenantId(), id);
    if (!endpoint.active()) {
      throw ProblemException.conflict(
          "webhook-not-active", "Switch the webhook on first; nothing is sent while it is off.");
    }
    Happening test =
        new Happening(
            Ids.next(),
            endpoint.tenantId(),
            WebhookEvents.TEST,
            clock.instant().truncatedTo(ChronoUnit.MILLIS),
            Map.of("webhookId", endpoint.id()),
            null,
            null,
            null);
    UUID delivery = database.inTransaction(() -> deliveries.add(endpoint.id(), test));
    return DeliveryView.of(deliveries.require(endpoint.tenantId(), endpoint.id(), delivery));
  }

  @GET
  @Path("{id}/deliveries")
  @Operation(summary = "What was sent in the last 30 days and how it went, newest first")
  public Page<DeliveryView> log(
      @PathParam("id") UUID id,
      @QueryParam("state") @Pattern(regexp = "waiting|delivered|failed") @Nullable String state,
      @QueryParam("type") @Nullable String type,
      @BeanParam @Valid PageRequest page) {
    Endpoint endpoint = endpoints.require(caller.tenantId(), id);
    return Page.cut(
            deliveries.log(
                endpoint.tenantId(),
                id,
                new Deliveries.Filter(state, type),
                before(page.cursor),
                page.limit + 1),
            page.limit,
            last -> Cursor.of(last.id()))
        .map(DeliveryView::of);
  }

  @POST
  @Path("{id}/deliveries/{deliveryId}/replay")
  @Operation(
      summary = "Sends one again, under the same id",
      description = "409 webhook-delivery-waiting while it is still tried; 409 webhook-not-active.")
  public DeliveryView replay(@PathParam("id") UUID id, @PathParam("deliveryId") UUID deliveryId) {
    Endpoint endpoint = endpoints.require(caller.tenantId(), id);
    return DeliveryView.of(deliveries.replay(endpoint, deliveryId));
  }

  private EndpointView withSecret(Endpoint endpoint) {
    return view(endpoint, signatures.secret(endpoint.id(), endpoint.secretNumber()));
  }

  private EndpointView view(Endpoint endpoint, @Nullable String secret) {
    return EndpointView.of(endpoint, clock.instant(), secret);
  }

  private static Response shown(Response.ResponseBuilder answer, EndpointView view) {
    return answer
        .entity(view)
        .tag(Preconditions.tag(view.version()))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  private static @Nullable UUID before(@Nullable String encoded) {
    Cursor cursor = Cursor.decode(encoded, 1);
    if (cursor == null) {
      return null;
    }
    try {
      return UUID.fromString(cursor.values().getFirst());
    } catch (IllegalArgumentException wrong) {
      throw ProblemException.invalid("/cursor", "cursor", "This cursor is not valid here.");
    }
  }
}
