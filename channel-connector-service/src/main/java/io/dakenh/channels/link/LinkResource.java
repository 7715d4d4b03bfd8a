package io.dakenh.channels.link;

import io.dakenh.channels.ChannelsConfig;
import io.dakenh.channels.channel.ChannelService;
import io.dakenh.channels.channel.ChannelView;
import io.dakenh.channels.link.LinkService.Begun;
import io.dakenh.channels.link.LinkService.Chosen;
import io.dakenh.channels.provider.Kind;
import io.dakenh.platform.tenancy.Caller;
import io.dakenh.platform.tenancy.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Linking Pages and OAs. */
@Path("/api/v1/link-sessions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OWNER)
@Tag(name = "link-session")
public class LinkResource {
  private final LinkService links;
  private final ChannelService channels;
  private final ChannelsConfig config;
  private final Caller caller;

  @Inject
  LinkResource(LinkService links, ChannelService channels, ChannelsConfig config, Caller caller) {
    this.links = links;
    this.channels = channels;
    this.config = config;
    this.caller = caller;
  }

  /**
   * What is to be linked.
   *
   * @param returnPath where on this origin the browser comes back to
   */
  public record Beginning(
      @NotNull @Pattern(regexp = "facebook|zalo") String kind,
      @NotNull
          @Size(max = 300)
          @Pattern(regexp = "/(?![/\\\\])[^\\s\\\\#]*", message = "a path of this origin")
          String returnPath) {}

  /** Pages to link. */
  public record Choice(
      @NotEmpty @Size(max = 100) List<@NotNull @Size(max = 64) String> externalIds) {}

  /** What became of it. */
  public record ChoiceView(List<ChannelView> linked, List<FailedView> failed) {}

  /** A Page that could not be linked. */
  public record FailedView(String externalId, String code) {}

  /** Begins a dialog. */
  @POST
  @RunOnVirtualThread
  @Operation(operationId = "beginLink", summary = "Begins a provider's dialog")
  @APIResponse(
      responseCode = "201",
      description = "The dialog; a cookie binds it to this browser",
      content = @Content(schema = @Schema(implementation = LinkSessionView.class)))
  public Response begin(@NotNull @Valid Beginning beginning) {
    Begun begun =
        links.begin(
            caller.tenantId(),
            caller.personId(),
            Kind.of(beginning.kind()),
            beginning.returnPath());
    NewCookie cookie =
        new NewCookie.Builder(OauthCallbackResource.cookieName(begun.view().id()))
            .value(begun.browserSecret())
            .path("/api/channels/v1/public/oauth")
            .httpOnly(true)
            .secure(config.publicUrl().startsWith("https:"))
            .sameSite(NewCookie.SameSite.LAX)
            .maxAge((int) config.linkWithin().toSeconds())
            .build();
    return Response.status(Response.Status.CREATED).entity(begun.view()).cookie(cookie).build();
  }

  /** How a dialog went. */
  @GET
  @Path("{id}")
  @RunOnVirtualThread
  @Operation(operationId = "getLinkSession", summary = "How a dialog went")
  public LinkSessionView get(@PathParam("id") UUID id) {
    return links.find(caller.tenantId(), caller.personId(), id);
  }

  /** Links chosen Pages. */
  @POST
  @Path("{id}/choice")
  @RunOnVirtualThread
  @Operation(operationId = "chooseLinkPages", summary = "Links chosen Pages")
  public ChoiceView choose(@PathParam("id") UUID id, @NotNull @Valid Choice choice) {
    Chosen chosen = links.choose(caller.tenantId(), caller.personId(), id, choice.externalIds());
    return new ChoiceView(
        chosen.linked().stream().map(one -> channels.view(caller.tenantId(), one)).toList(),
        chosen.failed().stream().map(one -> new FailedView(one.externalId(), one.code())).toList());
  }
}
