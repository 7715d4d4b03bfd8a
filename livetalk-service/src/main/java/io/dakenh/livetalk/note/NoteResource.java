package io.dakenh.livetalk.note;

import io.dakenh.livetalk.access.Access;
import io.dakenh.livetalk.access.Callers;
import io.dakenh.livetalk.note.Notes.Written;
import io.dakenh.livetalk.party.Party;
import io.dakenh.platform.tenancy.Caller;
import io.dakenh.platform.tenancy.Roles;
import io.dakenh.platform.web.Page;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Private notes and activity of a conversation; visitors never see any of it. */
@Path("/api/v1/conversations")
@RolesAllowed({Roles.OWNER, Roles.AGENT})
@RunOnVirtualThread
@Tag(name = "notes")
public class NoteResource {
  private static final int MOST_MENTIONS = 20;

  private final Notes notes;
  private final Mentions mentions;
  private final Access access;
  private final Caller caller;

  @Inject
  NoteResource(Notes notes, Mentions mentions, Access access, Caller caller) {
    this.notes = notes;
    this.mentions = mentions;
    this.access = access;
    this.caller = caller;
  }

  /** A new note. */
  public record WriteNote(
      @NotNull UUID clientNoteId,
      @NotNull String text,
      @Size(max = MOST_MENTIONS) @Nullable List<@NotNull UUID> mentions) {}

  /** What a note says from now on. */
  public record EditNote(
      @NotNull String text, @Size(max = MOST_MENTIONS) @Nullable List<@NotNull UUID> mentions) {}

  /** Colleagues. */
  public record Colleagues(List<Access.Viewer> items) {}

  @GET
  @Path("{id}/notes")
  @Operation(
      summary = "Notes and activity behind a revision",
      description =
          "In the order of their changes; afterRevision 0 gives all. nextCursor is the afterRevision of the next page.")
  public Page<NoteView> list(
      @PathParam("id") UUID id,
      @QueryParam("afterRevision") @DefaultValue("0") @Min(0) long afterRevision,
      @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(100) int limit) {
    List<NoteView> found = notes.after(party(), id, afterRevision, limit + 1);
    if (found.size() <= limit) {
      return new Page<>(found, null);
    }
    List<NoteView> items = List.copyOf(found.subList(0, limit));
    return new Page<>(items, Long.toString(items.getLast().revision()));
  }

  @POST
  @Path("{id}/notes")
  @Operation(
      summary = "Writes a private note",
      description = "The same clientNoteId and text again: 200 with the first note.")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = NoteView.class)))
  public Response write(@PathParam("id") UUID id, @Valid @NotNull WriteNote body) {
    Written written =
        notes.write(party(), id, body.clientNoteId(), body.text(), orNone(body.mentions()));
    if (!written.created()) {
      return Response.ok(written.note()).build();
    }
    return Response.created(
            URI.create("/api/livetalk/v1/conversations/" + id + "/notes/" + written.note().id()))
        .entity(written.note())
        .build();
  }

  @PUT
  @Path("{id}/notes/{noteId}")
  @Operation(summary = "Changes an own note")
  public NoteView edit(
      @PathParam("id") UUID id, @PathParam("noteId") UUID noteId, @Valid @NotNull EditNote body) {
    return notes.edit(party(), id, noteId, body.text(), orNone(body.mentions()));
  }

  @DELETE
  @Path("{id}/notes/{noteId}")
  @Operation(summary = "Deletes an own note")
  public void delete(@PathParam("id") UUID id, @PathParam("noteId") UUID noteId) {
    notes.delete(party(), id, noteId);
  }

  @GET
  @Path("{id}/colleagues")
  @Operation(summary = "Who may see the conversation, and so be mentioned in it")
  public Colleagues colleagues(@PathParam("id") UUID id) {
    Party agent = party();
    access.require(agent, id);
    return new Colleagues(access.viewers(agent.tenantId(), id));
  }

  @POST
  @Path("{id}/mentions/seen")
  @Operation(summary = "The caller has looked at what mentions them here")
  public void seen(@PathParam("id") UUID id) {
    mentions.seen(party(), id);
  }

  private Party party() {
    return Callers.agent(caller);
  }

  private static List<UUID> orNone(@Nullable List<UUID> mentions) {
    return mentions == null ? List.of() : mentions;
  }
}
