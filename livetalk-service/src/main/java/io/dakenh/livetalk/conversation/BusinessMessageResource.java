package io.dakenh.livetalk.conversation;

import io.dakenh.contracts.config.ApiScopes;
import io.dakenh.livetalk.message.MessageText;
import io.dakenh.livetalk.message.MessageWriter;
import io.dakenh.livetalk.message.NewMessage;
import io.dakenh.livetalk.message.SendOutcome;
import io.dakenh.livetalk.party.Party;
import io.dakenh.livetalk.party.PartyKind;
import io.dakenh.livetalk.settings.Faces;
import io.dakenh.platform.problem.ProblemException;
import io.dakenh.platform.problem.ProblemKind;
import io.dakenh.platform.tenancy.Caller;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Programs write as the business itself. Such a message is no agent's answer: whoever waits for a
 * person still waits.
 */
@Path("/api/v1/conversations")
@RolesAllowed(ApiScopes.MESSAGES_WRITE)
@RunOnVirtualThread
@Tag(name = "conversations")
public class BusinessMessageResource {
  /** Longer than the writer takes to answer, even while the database is away. */
  private static final long PATIENCE_SECONDS = 5;

  private final MessageWriter writer;
  private final Faces faces;
  private final Caller caller;

  @Inject
  BusinessMessageResource(MessageWriter writer, Faces faces, Caller caller) {
    this.writer = writer;
    this.faces = faces;
    this.caller = caller;
  }

  /**
   * A message to send.
   *
   * @param clientMessageId chosen by the sender: sent again, the message is still there once
   */
  public record Write(@NotNull UUID clientMessageId, @NotNull String text) {
    /** Never in a log. */
    @Override
    public String toString() {
      return "Write[" + clientMessageId + "]";
    }
  }

  /** Where it stands now. */
  public record Written(UUID conversationId, long sequence, Instant sentAt) {}

  @POST
  @Path("{id}/messages")
  @Operation(
      summary = "Writes as the business, by a key",
      description =
          "The same clientMessageId and text again answer the same. 409 conversation-closed, client-message-id-reused; 422 where the rules of a channel forbid it.")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = Written.class)))
  public Response write(@PathParam("id") UUID id, @Valid @NotNull Write body) {
    UUID tenantId = caller.tenantId();
    CompletableFuture<SendOutcome> answer =
        new CompletableFuture<SendOutcome>()
            .completeOnTimeout(new SendOutcome.Unavailable(), PATIENCE_SECONDS, TimeUnit.SECONDS);
    writer.submit(
        new NewMessage(
            business(tenantId),
            id,
            body.clientMessageId(),
            MessageText.accept(body.text()),
            null,
            answer::complete));
    return switch (answer.join()) {
      case SendOutcome.Stored stored ->
          Response.status(Response.Status.CREATED)
              .entity(new Written(id, stored.sequence(), stored.sentAt()))
              .build();
      case SendOutcome.Refused refused -> throw refused(refused);
      case SendOutcome.Unavailable unavailable ->
          throw ProblemException.unavailable(
              "storage-unavailable", "This cannot be stored right now. Please try again.", null);
    };
  }

  private Party business(UUID tenantId) {
    Faces.Face face = faces.of(List.of(tenantId)).getOrDefault(tenantId, new Faces.Face("", null));
    return new Party(PartyKind.SYSTEM, tenantId, tenantId, face.name(), face.avatarUrl(), false);
  }

  private static ProblemException refused(SendOutcome.Refused refused) {
    ProblemKind kind =
        switch (refused.code()) {
          case "conversation-not-found" -> ProblemKind.NOT_FOUND;
          case "conversation-closed", "client-message-id-reused" -> ProblemKind.CONFLICT;
          case "internal-error" -> ProblemKind.INTERNAL;
          default -> ProblemKind.RULE;
        };
    return ProblemException.of(kind, refused.code(), refused.detail());
  }
}
