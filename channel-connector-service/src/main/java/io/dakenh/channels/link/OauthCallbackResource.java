package io.dakenh.channels.link;

import io.dakenh.channels.link.LinkService.Callback;
import io.dakenh.channels.provider.Kind;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Where providers send the browser back. */
@Path("/api/v1/public/oauth")
@PermitAll
@Tag(name = "link-session")
public class OauthCallbackResource {
  private final LinkService links;

  @Inject
  OauthCallbackResource(LinkService links) {
    this.links = links;
  }

  static String cookieName(UUID sessionId) {
    return "dakenh_link_" + sessionId;
  }

  /** Ends the dialog; always sends the browser on, so that no code stays in its address. */
  @GET
  @Path("{kind: facebook|zalo}/callback")
  @RunOnVirtualThread
  @Operation(operationId = "endLink", summary = "Where a provider sends the browser back")
  public Response callback(
      @PathParam("kind") String kind,
      @QueryParam("state") @Nullable String state,
      @QueryParam("code") @Nullable String code,
      @QueryParam("error") @Nullable String error,
      @QueryParam("oa_id") @Nullable String account,
      @Context HttpHeaders headers) {
    String to =
        links.callback(
            Kind.of(kind),
            new Callback(state, code, error, account),
            id -> {
              Cookie cookie = headers.getCookies().get(cookieName(id));
              return cookie == null ? null : cookie.getValue();
            });
    return Response.seeOther(URI.create(to))
        .header("Cache-Control", "no-store")
        .header("Referrer-Policy", "no-referrer")
        .build();
  }
}
