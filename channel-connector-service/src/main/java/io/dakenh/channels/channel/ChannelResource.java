package io.dakenh.channels.channel;

import io.dakenh.platform.tenancy.Caller;
import io.dakenh.platform.tenancy.Roles;
import io.dakenh.platform.web.Page;
import io.dakenh.platform.web.PageRequest;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The own business's linked channels. */
@Path("/api/v1/channels")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OWNER)
@Tag(name = "channel")
public class ChannelResource {
  private final ChannelService channels;
  private final ChannelCheck check;
  private final Unlinking unlinking;
  private final Caller caller;

  @Inject
  ChannelResource(ChannelService channels, ChannelCheck check, Unlinking unlinking, Caller caller) {
    this.channels = channels;
    this.check = check;
    this.unlinking = unlinking;
    this.caller = caller;
  }

  /** One page, oldest link first. */
  @GET
  @RunOnVirtualThread
  @Operation(operationId = "listChannels", summary = "Linked Pages and OAs with their state")
  public Page<ChannelView> list(@BeanParam @Valid PageRequest page) {
    return channels.page(caller.tenantId(), page.limit, page.cursor);
  }

  /** One. */
  @GET
  @Path("{id}")
  @RunOnVirtualThread
  @Operation(operationId = "getChannel", summary = "A linked Page or OA")
  public ChannelView one(@PathParam("id") UUID id) {
    return channels.view(caller.tenantId(), id);
  }

  /** Asks the provider now. */
  @POST
  @Path("{id}/check")
  @RunOnVirtualThread
  @Operation(operationId = "checkChannel", summary = "Asks the provider how a channel is")
  public ChannelView check(@PathParam("id") UUID id) {
    channels.view(caller.tenantId(), id);
    check.now(caller.tenantId(), id);
    return channels.view(caller.tenantId(), id);
  }

  /** Removes one; what was written stays. */
  @DELETE
  @Path("{id}")
  @RunOnVirtualThread
  @Operation(operationId = "unlinkChannel", summary = "Unlinks a Page or OA")
  public void unlink(@PathParam("id") UUID id) {
    unlinking.unlink(caller.tenantId(), id);
  }
}
