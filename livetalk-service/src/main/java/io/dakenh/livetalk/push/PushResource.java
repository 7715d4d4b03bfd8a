package io.dakenh.livetalk.push;

import io.dakenh.platform.tenancy.Caller;
import io.dakenh.platform.tenancy.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Notices in the caller's own browsers. */
@Path("/api/v1/push")
@RolesAllowed({Roles.OWNER, Roles.AGENT})
@RunOnVirtualThread
@Tag(name = "push")
public class PushResource {
  private final PushKey key;
  private final Subscriptions subscriptions;
  private final Caller caller;

  @Inject
  PushResource(PushKey key, Subscriptions subscriptions, Caller caller) {
    this.key = key;
    this.subscriptions = subscriptions;
    this.caller = caller;
  }

  /** Base64url, as {@code applicationServerKey} takes it. */
  public record KeyView(String publicKey) {}

  /** What a browser gives when it subscribes. */
  public record Subscribe(
      @NotBlank String endpoint, @NotBlank String publicKey, @NotBlank String auth) {}

  /** Which browser. */
  public record Unsubscribe(@NotBlank String endpoint) {}

  @GET
  @Path("key")
  @Operation(summary = "The key a browser subscribes with")
  public KeyView key() {
    return new KeyView(key.published());
  }

  @PUT
  @Path("subscriptions")
  @Operation(summary = "Notices go to this browser, too, from now on")
  public void subscribe(@Valid @NotNull Subscribe body) {
    subscriptions.keep(
        caller.tenantId(), caller.personId(), body.endpoint(), body.publicKey(), body.auth());
  }

  @POST
  @Path("subscriptions/delete")
  @Operation(summary = "And no longer; also again")
  public void unsubscribe(@Valid @NotNull Unsubscribe body) {
    subscriptions.forget(caller.tenantId(), caller.personId(), body.endpoint());
  }
}
