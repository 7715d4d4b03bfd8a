package io.dakenh.config.widget;

import io.dakenh.config.http.Encodings;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.buffer.Buffer;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * The public document every open website loads. A document in memory is answered on the event loop
 * without a thread, a query or a compression; each encoding has an ETag of its own, as strong ones
 * must.
 */
@Path("/api/v1/public/widgets")
@PermitAll
@Tag(name = "public")
class BootstrapResource {
  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{16,64}");
  private static final String FRESH = "public, max-age=1, must-revalidate";

  private final Bootstraps bootstraps;

  @Inject
  BootstrapResource(Bootstraps bootstraps) {
    this.bootstraps = bootstraps;
  }

  private enum Encoding {
    PLAIN(""),
    GZIP("gzip"),
    BROTLI("br");

    private final String token;

    Encoding(String token) {
      this.token = token;
    }
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
  @APIResponse(responseCode = "404", description = "No such widget; the body is empty")
  public Uni<Response> get(
      @PathParam("widgetKey") String widgetKey,
      @HeaderParam("Accept-Encoding") @Nullable String acceptEncoding,
      @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
    Bootstrap cached = bootstraps.cached(widgetKey);
    if (cached != null) {
      return Uni.createFrom().item(answer(cached, acceptEncoding, ifNoneMatch));
    }
    if (!KEY.matcher(widgetKey).matches() || bootstraps.knownAsUnknown(widgetKey)) {
      return Uni.createFrom().item(absent());
    }
    return Uni.createFrom()
        .item(() -> bootstraps.load(widgetKey))
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
        .map(
            loaded ->
                loaded
                    .map(bootstrap -> answer(bootstrap, acceptEncoding, ifNoneMatch))
                    .orElseGet(BootstrapResource::absent));
  }

  private static Response answer(
      Bootstrap bootstrap, @Nullable String acceptEncoding, @Nullable String ifNoneMatch) {
    if (ifNoneMatch != null && matches(ifNoneMatch, bootstrap.tag())) {
      return common(Response.status(Response.Status.NOT_MODIFIED))
          .header(
              "ETag", "\"" + bootstrap.tag() + suffix(encoding(bootstrap, acceptEncoding)) + "\"")
          .build();
    }
    Encoding encoding = encoding(bootstrap, acceptEncoding);
    Buffer bytes =
        switch (encoding) {
          case PLAIN -> bootstrap.plain();
          case GZIP -> bootstrap.gzip();
          case BROTLI -> bootstrap.brotli();
        };
    Response.ResponseBuilder response =
        common(Response.ok(bytes, MediaType.APPLICATION_JSON + ";charset=UTF-8"))
            .header("ETag", "\"" + bootstrap.tag() + suffix(encoding) + "\"");
    if (encoding != Encoding.PLAIN) {
      response.header("Content-Encoding", encoding.token);
    }
    return response.build();
  }

  private static Response.ResponseBuilder common(Response.ResponseBuilder response) {
    return response
        .header("Cache-Control", FRESH)
        .header("Vary", "Accept-Encoding")
        .header("Access-Control-Allow-Origin", "*")
        .header("Access-Control-Expose-Headers", "ETag")
        .header("Cross-Origin-Resource-Policy", "cross-origin")
        .header("X-Content-Type-Options", "nosniff");
  }

  /**
   * Quiet on purpose: nothing to learn from it, nothing in the logs, and no error on the visitor's
   * page.
   */
  private static Response absent() {
    return Response.status(Response.Status.NOT_FOUND)
        .header("Cache-Control", "public, max-age=5")
        .header("Access-Control-Allow-Origin", "*")
        .header("Cross-Origin-Resource-Policy", "cross-origin")
        .build();
  }

  private static String suffix(Encoding encoding) {
    return encoding == Encoding.PLAIN ? "" : "-" + encoding.token;
  }

  /**
   * The document is the same in every encoding, so any of its tags, and a weakened one of a proxy,
   * says that it is known.
   */
  private static boolean matches(String ifNoneMatch, String tag) {
    return ifNoneMatch.contains("\"" + tag) || ifNoneMatch.strip().equals("*");
  }

  private static Encoding encoding(Bootstrap bootstrap, @Nullable String accepted) {
    if (bootstrap.brotli().length() > 0 && Encodings.accepts(accepted, Encoding.BROTLI.token)) {
      return Encoding.BROTLI;
    }
    return Encodings.accepts(accepted, Encoding.GZIP.token) ? Encoding.GZIP : Encoding.PLAIN;
  }
}
