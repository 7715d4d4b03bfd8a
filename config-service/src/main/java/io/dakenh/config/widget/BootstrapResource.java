package io.dakenh.config.widget;

import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * The public document every open website loads: the slow way, for what {@link BootstrapRoute} has
 * not in memory.
 */
@Path("/api/v1/public/widgets")
@PermitAll
@Tag(name = "public")
class BootstrapResource {
  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{16,64}");
  private static final int TOO_MANY = 429;

  private final Bootstraps bootstraps;
  private final UnknownKeyLimits limits;
  private final WebsiteSightings sightings;

  @Inject
  BootstrapResource(Bootstraps bootstraps, UnknownKeyLimits limits, WebsiteSightings sightings) {
    this.bootstraps = bootstraps;
    this.limits = limits;
    this.sightings = sightings;
  }

  @GET
  @Path("/{widgetKey}")
  @NonBlocking
  @Operation(summary = "The widget of the website that carries this key")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = PublicWidget.class)))
  @APIResponse(responseCode = "304", description = "The caller has this version")
  @APIResponse(
      responseCode = "404",
      description = "No such widget, or not for this website; the body is empty")
  @APIResponse(responseCode = "429", description = "Too many keys that nobody has")
  public Uni<Response> get(
      @PathParam("widgetKey") String widgetKey,
      @HeaderParam("Accept-Encoding") @Nullable String acceptEncoding,
      @HeaderParam("If-None-Match") @Nullable String ifNoneMatch,
      @HeaderParam("Origin") @Nullable String origin,
      @Context HttpServerRequest request) {
    Bootstrap cached = bootstraps.cached(widgetKey);
    if (cached != null) {
      return Uni.createFrom().item(answer(cached, acceptEncoding, ifNoneMatch, origin));
    }
    SocketAddress remote = request.remoteAddress();
    String address = remote == null ? null : remote.hostAddress();
    if (limits.exhausted(address)) {
      return Uni.createFrom().item(tooMany());
    }
    if (!KEY.matcher(widgetKey).matches() || bootstraps.knownAsUnknown(widgetKey)) {
      limits.count(address);
      return Uni.createFrom().item(absent());
    }
    return Uni.createFrom()
        .item(() -> bootstraps.load(widgetKey))
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
        .map(loaded -> loaded(loaded, address, acceptEncoding, ifNoneMatch, origin));
  }

  private Response loaded(
      Optional<Bootstrap> loaded,
      @Nullable String address,
      @Nullable String acceptEncoding,
      @Nullable String ifNoneMatch,
      @Nullable String origin) {
    if (loaded.isEmpty()) {
      limits.count(address);
      return absent();
    }
    if (loaded.get().admits(origin)) {
      sightings.saw(loaded.get().tenantId(), origin);
    }
    return answer(loaded.get(), acceptEncoding, ifNoneMatch, origin);
  }

  private static Response answer(
      Bootstrap bootstrap,
      @Nullable String acceptEncoding,
      @Nullable String ifNoneMatch,
      @Nullable String origin) {
    if (!bootstrap.admits(origin)) {
      return absent();
    }
    Bootstrap.Variant variant = bootstrap.variant(acceptEncoding);
    boolean known = bootstrap.known(ifNoneMatch);
    Response.ResponseBuilder response =
        (known
                ? Response.status(Response.Status.NOT_MODIFIED)
                : Response.ok(variant.body(), MediaType.APPLICATION_JSON + ";charset=UTF-8"))
            .header("ETag", variant.etag().toString())
            .header("Cache-Control", BootstrapRoute.FRESH)
            .header(
                "Vary",
                bootstrap.origins() == null ? BootstrapRoute.VARY : BootstrapRoute.VARY_RESTRICTED)
            .header("Access-Control-Allow-Origin", "*")
            .header("Access-Control-Expose-Headers", "ETag")
            .header("Cross-Origin-Resource-Policy", "cross-origin")
            .header("X-Content-Type-Options", "nosniff");
    if (!known && variant.encoding() != null) {
      response.header("Content-Encoding", variant.encoding().toString());
    }
    return response.build();
  }

  /**
   * Quiet on purpose: nothing to learn from it, nothing in the logs, and no error on the visitor's
   * page. It is the same for a key nobody has and for a website that may not carry the widget;
   * caches keep websites apart.
   */
  private static Response absent() {
    return Response.status(Response.Status.NOT_FOUND)
        .header("Cache-Control", "public, max-age=5")
        .header("Vary", "Origin")
        .header("Access-Control-Allow-Origin", "*")
        .header("Cross-Origin-Resource-Policy", "cross-origin")
        .build();
  }

  private static Response tooMany() {
    return Response.status(TOO_MANY)
        .header("Retry-After", UnknownKeyLimits.WINDOW.toSeconds())
        .header("Access-Control-Allow-Origin", "*")
        .header("Cross-Origin-Resource-Policy", "cross-origin")
        .build();
  }
}
