package io.dakenh.livetalk.channel;

import io.dakenh.livetalk.access.Callers;
import io.dakenh.platform.tenancy.Caller;
import io.dakenh.platform.tenancy.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Messages of Facebook and Zalo conversations: sent again, and what is done to comments. */
@Path("/api/v1/conversations/{id}/messages/{sequence}")
@RolesAllowed({Roles.OWNER, Roles.AGENT})
@RunOnVirtualThread
@Tag(name = "channels")
public class ChannelMessageResource {
  private final ChannelActions actions;
  private final Caller caller;

  @Inject
  ChannelMessageResource(ChannelActions actions, Caller caller) {
    this.actions = actions;
    this.caller = caller;
  }

  /** Whether the business pays for it. */
  public record Retry(boolean charged) {}

  /** What is to be done. */
  public record Act(@NotNull CommentAction action) {}

  @POST
  @Path("retry")
  @Operation(
      summary = "Sends a failed message again",
      description =
          "403 not-a-participant, 404 message-not-found, 409 message-not-failed or conversation-closed, 422 with the rule in force (docs/channels.md).")
  public void retry(
      @PathParam("id") UUID id,
      @PathParam("sequence") @Min(1) long sequence,
      @Valid @NotNull Retry body) {
    actions.retry(Callers.agent(caller), id, sequence, body.charged());
  }

  @POST
  @Path("comment-action")
  @Operation(
      summary = "Hides, shows, likes or deletes a comment",
      description =
          "Done when the provider did it; then the message changes. 403 not-a-participant, 404 message-not-found, 422 not-a-comment.")
  public void act(
      @PathParam("id") UUID id,
      @PathParam("sequence") @Min(1) long sequence,
      @Valid @NotNull Act body) {
    actions.comment(Callers.agent(caller), id, sequence, body.action());
  }
}
