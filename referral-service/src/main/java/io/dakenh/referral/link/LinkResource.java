package io.dakenh.referral.link;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.dakenh.referral.ReferralConfig;
import io.dakenh.referral.click.Clicks;
import io.dakenh.referral.click.Fingerprints;
import io.dakenh.referral.code.ReferralCodes;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * The referral link. Counts the visit and leads on to where one signs up; the code and the visit go
 * along in the address, and in a cookie for whoever comes back within the time that counts. A code
 * nobody has leads on all the same, without either.
 */
@Path("/r/{code}")
@PermitAll
@RunOnVirtualThread
@Tag(name = "link")
public class LinkResource {
  /** What the sign-up reads: {@code <code>.<visit>}. */
  static final String COOKIE = "dakenh_referral";

  private static final int ADDRESSES = 10_000;

  private final ReferralCodes codes;
  private final Clicks clicks;
  private final Fingerprints fingerprints;
  private final ReferralConfig config;
  private final Cache<String, AtomicInteger> recent =
      Caffeine.newBuilder().maximumSize(ADDRESSES).expireAfterWrite(Duration.ofMinutes(1)).build();

  @Inject
  LinkResource(
      ReferralCodes codes, Clicks clicks, Fingerprints fingerprints, ReferralConfig config) {
    this.codes = codes;
    this.clicks = clicks;
    this.fingerprints = fingerprints;
    this.config = config;
  }

  /** A visit. */
  @GET
  @Operation(
      operationId = "followReferralLink",
      summary = "Counts a visit and leads to the sign-up")
  @APIResponse(responseCode = "303", description = "where one signs up")
  public Response follow(@PathParam("code") String code, @Context HttpServerRequest request) {
    Optional<UUID> owner = codes.ownerOf(code);
    String target = config.publicUrl() + config.signUpPath();
    if (owner.isEmpty()) {
      return leadTo(URI.create(target)).build();
    }
    Fingerprints.Place place =
        fingerprints.place(
            request.remoteAddress() == null ? null : request.remoteAddress().hostAddress(),
            request.getHeader("User-Agent"),
            request.getHeader("Accept-Language"));
    String known = codes.codeOf(owner.get());
    if (tooMany(place)) {
      return leadTo(URI.create(target + "?ref=" + known)).build();
    }
    UUID visit = clicks.clicked(owner.get(), place);
    return leadTo(URI.create(target + "?ref=" + known + "&visit=" + visit))
        .cookie(
            new NewCookie.Builder(COOKIE)
                .value(known + "." + visit)
                .path("/")
                .maxAge((int) config.attribution().toSeconds())
                .sameSite(NewCookie.SameSite.LAX)
                .secure(config.publicUrl().startsWith("https:"))
                .build())
        .build();
  }

  private boolean tooMany(Fingerprints.Place place) {
    return recent.get(place.address(), address -> new AtomicInteger()).incrementAndGet()
        > config.guards().clicksPerMinute();
  }

  private static Response.ResponseBuilder leadTo(URI target) {
    return Response.seeOther(target)
        .header("Cache-Control", "no-store")
        .header("Referrer-Policy", "no-referrer");
  }
}
