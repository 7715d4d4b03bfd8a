package io.dakenh.config.apikey;

import io.dakenh.config.staff.StaffRepository;
import io.dakenh.platform.tenancy.Caller;
import io.dakenh.platform.tenancy.Roles;
import io.dakenh.platform.web.Page;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Keys of the own business, for owners. */
@Path("/api/v1/api-keys")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OWNER)
@RunOnVirtualThread
@Tag(name = "api keys")
class ApiKeyResource {
  private final ApiKeys service;
  private final ApiKeyRepository keys;
  private final StaffRepository people;
  private final Caller caller;

  @Inject
  ApiKeyResource(ApiKeys service, ApiKeyRepository keys, StaffRepository people, Caller caller) {
    this.service = service;
    this.keys = keys;
    this.people = people;
    this.caller = caller;
  }

  @GET
  @Operation(
      summary = "All keys, newest first",
      description = "One page. Revoked ones are among them for 90 days.")
  public Page<ApiKeyView> list() {
    UUID tenantId = caller.tenantId();
    List<ApiKey> all = keys.all(tenantId);
    Set<UUID> makers = all.stream().map(key -> key.createdBy).collect(Collectors.toSet());
    Map<UUID, String> names = people.names(tenantId, makers);
    return new Page<>(
        all.stream()
            .map(key -> ApiKeyView.of(key, names.getOrDefault(key.createdBy, ""), null))
            .toList(),
        null);
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Makes a key",
      description = "Only this answer has the key itself. 422 api-key-limit-reached beyond 20.")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = ApiKeyView.class)))
  public Response make(@Nullable ApiKeyBody body) {
    ApiKeys.Made made = service.make(caller.tenantId(), body, caller.personId());
    ApiKeyView view = view(made.key(), made.secret());
    return Response.created(URI.create("/api/config/v1/api-keys/" + view.id()))
        .entity(view)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  @GET
  @Path("/{id}")
  @Operation(summary = "One key")
  public ApiKeyView one(@PathParam("id") UUID id) {
    return view(keys.require(caller.tenantId(), id), null);
  }

  @POST
  @Path("/{id}/revoke")
  @Operation(
      summary = "Makes a key good for nothing",
      description = "For ever, within seconds. Again changes nothing.")
  public ApiKeyView revoke(@PathParam("id") UUID id) {
    return view(service.revoke(caller.tenantId(), id, caller.personId()), null);
  }

  private ApiKeyView view(ApiKey key, @Nullable String shownOnce) {
    String name = people.names(key.tenantId, Set.of(key.createdBy)).getOrDefault(key.createdBy, "");
    return ApiKeyView.of(key, name, shownOnce);
  }
}
