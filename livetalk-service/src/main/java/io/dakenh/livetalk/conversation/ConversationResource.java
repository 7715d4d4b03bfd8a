package io.dakenh.livetalk.conversation;

import io.dakenh.contracts.config.ApiScopes;
import io.dakenh.livetalk.access.Callers;
import io.dakenh.livetalk.conversation.ListQuery.View;
import io.dakenh.livetalk.message.Message;
import io.dakenh.livetalk.party.Party;
import io.dakenh.platform.tenancy.Caller;
import io.dakenh.platform.tenancy.Roles;
import io.dakenh.platform.web.Page;
import io.dakenh.platform.web.PageRequest;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * Conversations for the desk: an agent sees own conversations and those of own departments, an
 * owner sees all.
 */
@Path("/api/v1/conversations")
@RolesAllowed({Roles.OWNER, Roles.AGENT})
@RunOnVirtualThread
@Tag(name = "conversations")
public class ConversationResource {
  private final ConversationReader reader;
  private final Conversations conversations;
  private final Caller caller;

  @Inject
  ConversationResource(ConversationReader reader, Conversations conversations, Caller caller) {
    this.reader = reader;
    this.conversations = conversations;
    this.caller = caller;
  }

  @GET
  @RolesAllowed({Roles.OWNER, Roles.AGENT, ApiScopes.CONVERSATIONS_READ})
  @Operation(summary = "Conversations, newest activity first")
  public Page<ConversationView> list(
      @QueryParam("view") @DefaultValue("all") String view,
      @BeanParam @Valid ListParameters narrowed,
      @BeanParam @Valid PageRequest page) {
    return reader.list(party(), View.of(view), narrowed.filter(), page.cursor, page.limit);
  }

  /** Sizes of the lists, by their names. */
  public record Counts(Map<String, Integer> counts) {}

  @GET
  @Path("counts")
  @Operation(
      summary = "How many conversations each list has",
      description = "Up to 1000 each; of mentions those the caller has not looked at.")
  public Counts counts(@BeanParam @Valid ListParameters narrowed) {
    return new Counts(reader.counts(party(), narrowed.filter()));
  }

  /** Conversations a desk holds. */
  public record Lookup(@NotNull @Size(max = 200) List<@NotNull UUID> ids) {}

  /** As they are now. */
  public record Found(List<ConversationView> items) {}

  @POST
  @Path("lookup")
  @Operation(
      summary = "Conversations as they are now",
      description =
          "For a desk that was away: what it held and does not get back, it may see no more.")
  public Found lookup(@Valid @NotNull Lookup held) {
    return new Found(reader.some(party(), held.ids()));
  }

  @GET
  @Path("{id}")
  @RolesAllowed({Roles.OWNER, Roles.AGENT, ApiScopes.CONVERSATIONS_READ})
  @Operation(summary = "One conversation")
  public ConversationView one(@PathParam("id") UUID id) {
    return reader.one(party(), id);
  }

  @POST
  @Path("{id}/join")
  @Operation(
      summary = "Joins the agents who take part in a conversation",
      description =
          "Joining again changes nothing. 409 conversation-waiting while nobody takes part: then it is taken, or its offer accepted; 409 conversation-closed.")
  public ConversationView join(@PathParam("id") UUID id) {
    Party agent = party();
    // Whoever may not see it does not learn that it exists.
    reader.one(agent, id);
    conversations.join(agent, id);
    return reader.one(agent, id);
  }

  @GET
  @Path("{id}/messages")
  @RolesAllowed({Roles.OWNER, Roles.AGENT, ApiScopes.CONVERSATIONS_READ})
  @Operation(
      summary = "Messages of a conversation",
      description =
          "The newest page first; each page ascending. nextCursor is the before of the next page.")
  public Page<Message> messages(
      @PathParam("id") UUID id,
      @QueryParam("before") @Min(1) @Nullable Long before,
      @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(100) int limit) {
    List<Message> found = reader.messages(party(), id, before, limit);
    List<Message> items =
        found.size() > limit ? List.copyOf(found.subList(1, found.size())) : found;
    return new Page<>(
        items, found.size() > limit ? Long.toString(items.getFirst().sequence()) : null);
  }

  private Party party() {
    return Callers.agent(caller);
  }
}
