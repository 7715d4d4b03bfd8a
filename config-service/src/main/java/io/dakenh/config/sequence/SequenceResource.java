package io.dakenh.config.sequence;

import io.dakenh.config.content.Contents;
import io.dakenh.config.content.SectionName;
import io.dakenh.config.content.Sequences;
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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What automatic messages would do in a conversation. */
@Path("/api/v1/sections/sequences/timeline")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OWNER)
@RunOnVirtualThread
@Tag(name = "sections")
class SequenceResource {
  private final PublishedContents published;
  private final Contents contents;
  private final TenantRepository tenants;
  private final Caller caller;

  @Inject
  SequenceResource(
      PublishedContents published, Contents contents, TenantRepository tenants, Caller caller) {
    this.published = published;
    this.contents = contents;
    this.tenants = tenants;
    this.caller = caller;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Plays a conversation through; sends and stores nothing")
  public TimelineView timeline(@Nullable TimelineBody body) {
    if (body == null) {
      throw ProblemException.of(
          ProblemKind.INVALID, "malformed-json", "The body is not the JSON expected here.");
    }
    BodyCheck check = new BodyCheck();
    List<Occurrence> occurrences = body.occurrences(check);
    int horizon = body.horizon(check, occurrences);
    check.done();
    UUID tenantId = caller.tenantId();
    Sequences sequences =
        body.content() == null
            ? published
                .one(
                    tenantId,
                    SectionName.SEQUENCES,
                    Sequences.class,
                    tenants.require(tenantId).locale)
                .content()
            : (Sequences)
                contents.check(SectionName.SEQUENCES, tenantId, body.content(), "/content");
    return new TimelineView(Timeline.of(sequences, occurrences, horizon));
  }
}
