package io.dakenh.livetalk.contact;

import io.dakenh.contracts.config.ApiScopes;
import io.dakenh.livetalk.access.Callers;
import io.dakenh.livetalk.conversation.OpenConversation.Person;
import io.dakenh.livetalk.message.MessageText;
import io.dakenh.livetalk.party.Party;
import io.dakenh.platform.tenancy.Caller;
import io.dakenh.platform.tenancy.Roles;
import io.dakenh.platform.web.Page;
import io.dakenh.platform.web.PageRequest;
import io.dakenh.platform.web.Preconditions;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Visitors, for whoever may see a conversation of theirs. */
@Path("/api/v1/visitors")
@RolesAllowed({Roles.OWNER, Roles.AGENT})
@RunOnVirtualThread
@Tag(name = "visitors")
public class ContactResource {
  private static final int LONGEST_REASON = 300;

  private final Contacts contacts;
  private final Blocks blocks;
  private final Caller caller;

  @Inject
  ContactResource(Contacts contacts, Blocks blocks, Caller caller) {
    this.contacts = contacts;
    this.blocks = blocks;
    this.caller = caller;
  }

  /** What is known from now on; what is absent or empty is forgotten, but for the name. */
  public record CorrectContact(
      @NotBlank String name, @Nullable String phone, @Nullable String email) {}

  /** Why, and until when; without an end until it is lifted. */
  public record BlockVisitor(
      @NotNull @Size(max = LONGEST_REASON) String reason, @Nullable Instant expiresAt) {}

  @GET
  @RolesAllowed({Roles.OWNER, ApiScopes.CONTACTS_READ})
  @Operation(summary = "All visitors who ever talked to the business, newest first")
  public Page<ContactView> list(@BeanParam @Valid PageRequest page) {
    return contacts.list(caller.tenantId(), page.cursor, page.limit);
  }

  @GET
  @Path("{id}")
  @RolesAllowed({Roles.OWNER, Roles.AGENT, ApiScopes.CONTACTS_READ})
  @Operation(summary = "One visitor")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ContactView.class)))
  public Response one(@PathParam("id") UUID id) {
    return tagged(contacts.one(party(), id));
  }

  @PUT
  @Path("{id}")
  @Operation(summary = "Corrects what is known of a visitor")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ContactView.class)))
  public Response correct(
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @Valid @NotNull CorrectContact body) {
    Person person = Person.of("", body.name(), body.phone(), body.email(), null);
    return tagged(contacts.correct(party(), id, ifMatch, person));
  }

  @PUT
  @Path("{id}/block")
  @Operation(summary = "Lets the visitor write no more")
  public void block(@PathParam("id") UUID id, @Valid @NotNull BlockVisitor body) {
    String reason = MessageText.line(body.reason(), LONGEST_REASON);
    blocks.block(party(), id, reason, body.expiresAt());
  }

  @DELETE
  @Path("{id}/block")
  @Operation(summary = "Lets the visitor write again")
  public void lift(@PathParam("id") UUID id) {
    blocks.lift(party(), id);
  }

  private static Response tagged(ContactView contact) {
    return Response.ok(contact).tag(Preconditions.tag(contact.version())).build();
  }

  private Party party() {
    return Callers.agent(caller);
  }
}
