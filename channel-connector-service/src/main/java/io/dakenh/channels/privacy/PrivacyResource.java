package io.dakenh.channels.privacy;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.dakenh.channels.ChannelsConfig;
import io.dakenh.channels.channel.Accounts;
import io.dakenh.channels.channel.Accounts.Account;
import io.dakenh.channels.channel.ChannelHealth;
import io.dakenh.channels.db.Sql;
import io.dakenh.channels.provider.Kind;
import io.dakenh.platform.problem.ProblemException;
import io.dakenh.platform.problem.ProblemKind;
import io.dakenh.platform.time.Ids;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * What Facebook tells of the people who linked Pages: they removed our app, or want their data
 * deleted.
 */
@Path("/api/v1/public")
@PermitAll
@Tag(name = "privacy")
public class PrivacyResource {
  private final Accounts accounts;
  private final ChannelHealth health;
  private final Sql sql;
  private final ChannelsConfig config;
  private final Clock clock;

  @Inject
  PrivacyResource(
      Accounts accounts, ChannelHealth health, Sql sql, ChannelsConfig config, Clock clock) {
    this.accounts = accounts;
    this.health = health;
    this.sql = sql;
    this.config = config;
    this.clock = clock;
  }

  /** What Facebook shows the person. */
  public record Deletion(String url, @JsonProperty("confirmation_code") String confirmationCode) {}

  /** A person removed our app: their tokens are dead. */
  @POST
  @Path("facebook/deauthorize")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RunOnVirtualThread
  @Transactional
  @Operation(operationId = "deauthorizeFacebook", summary = "A person removed our app")
  public void deauthorize(@FormParam("signed_request") @Nullable String signed) {
    forget(genuine(signed));
  }

  /** A person wants their data deleted; it is done at once. */
  @POST
  @Path("facebook/data-deletion")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces(MediaType.APPLICATION_JSON)
  @RunOnVirtualThread
  @Transactional
  @Operation(operationId = "deleteFacebookData", summary = "A person wants their data deleted")
  public Deletion delete(@FormParam("signed_request") @Nullable String signed) {
    forget(genuine(signed));
    String code = Ids.next().toString();
    Instant now = clock.instant();
    sql.update(
        "insert into data_deletion (code, requested_at, done_at) values (?, ?, ?)", code, now, now);
    return new Deletion(config.publicUrl() + "/api/channels/v1/public/deletions/" + code, code);
  }

  /** The page a person may look at. */
  @GET
  @Path("deletions/{code}")
  @Produces(MediaType.TEXT_HTML)
  @RunOnVirtualThread
  @Operation(operationId = "showDeletion", summary = "Whether a person's data is deleted")
  public String deletion(@PathParam("code") String code) {
    Instant done =
        sql.one(
                "select done_at from data_deletion where code = ?",
                row -> Sql.time(row, "done_at"),
                code)
            .orElseThrow(() -> ProblemException.notFound("deletion"));
    return """
        <!doctype html><html lang="vi"><meta charset="utf-8"><title>Xoá dữ liệu</title>
        <h1>Dữ liệu đã được xoá</h1><p>Hoàn tất lúc {done} (UTC).</p>
        <h1 lang="en">Your data has been deleted</h1><p lang="en">Done at {done} (UTC).</p></html>"""
        .replace("{done}", done.toString());
  }

  private String genuine(@Nullable String signed) {
    return SignedRequest.read(signed, config.facebook().appSecret().orElse(""))
        .filter(request -> config.facebook().appSecret().isPresent())
        .map(SignedRequest::userId)
        .orElseThrow(
            () ->
                ProblemException.of(
                    ProblemKind.FORBIDDEN,
                    "signed-request-invalid",
                    "This request was not signed by Facebook."));
  }

  private void forget(String userId) {
    for (Account account : accounts.ofPerson(Kind.FACEBOOK, userId)) {
      health.reconnectRequired(account.id(), "app-removed");
    }
    sql.update(
        """
        update channel set user_token = null, user_token_expires_at = null, external_user_id = null
        where kind = 'facebook' and external_user_id = ?""",
        userId);
  }
}
