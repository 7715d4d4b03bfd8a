package io.dakenh.config.popup;

import io.dakenh.config.content.Contents;
import io.dakenh.config.content.Popups;
import io.dakenh.config.content.SectionName;
import io.dakenh.config.section.Published;
import io.dakenh.config.section.PublishedContents;
import io.dakenh.config.tenant.TenantRepository;
import io.dakenh.config.text.BodyCheck;
import io.dakenh.platform.problem.ProblemException;
import io.dakenh.platform.problem.ProblemKind;
import io.dakenh.platform.tenancy.Caller;
import io.dakenh.platform.tenancy.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Why a popup message shows on a page, or why not. */
@Path("/api/v1/sections/popups/explain")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OWNER)
@RunOnVirtualThread
@Tag(name = "sections")
class PopupResource {
  private static final int URL_LENGTH = 2_000;

  private final PublishedContents published;
  private final Contents contents;
  private final TenantRepository tenants;
  private final Caller caller;

  @Inject
  PopupResource(
      PublishedContents published, Contents contents, TenantRepository tenants, Caller caller) {
    this.published = published;
    this.contents = contents;
    this.tenants = tenants;
    this.caller = caller;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "What shows on a page, and why the other messages do not")
  public PopupExplanation explain(@Nullable ExplainBody body) {
    if (body == null) {
      throw ProblemException.of(
          ProblemKind.INVALID, "malformed-json", "The body is not the JSON expected here.");
    }
    BodyCheck check = new BodyCheck();
    String url = check.line("/url", body.url(), URL_LENGTH);
    check.done();
    UUID tenantId = caller.tenantId();
    Published inForce = published.all(tenantId, tenants.require(tenantId).locale);
    Popups popups =
        body.content() == null
            ? inForce.popups()
            : (Popups) contents.check(SectionName.POPUPS, tenantId, body.content(), "/content");
    return PopupExplanation.of(url, popups.items(), inForce.button());
  }
}
