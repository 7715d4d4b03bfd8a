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
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The own business's linked channels. */
@Path("/api/v1/channels")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OWNER)
@Tag(name = "channel")
public class ChannelResource {
  private final ChannelService channels;
  private final Caller caller;

  @Inject
  ChannelResource(ChannelService channels, Caller caller) {
    this.channels = channels;
    this.caller = caller;
  }

  /** One page, oldest link first. */
  @GET
  @RunOnVirtualThread
  @Operation(operationId = "listChannels", summary = "Linked Pages and OAs with their state")
  public Page<ChannelView> list(@BeanParam @Valid PageRequest page) {
    return channels.page(caller.tenantId(), page.limit, page.cursor);
  }
}
