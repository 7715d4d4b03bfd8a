package io.dakenh.livetalk.contact;

import io.dakenh.livetalk.contact.ContactView.BlockView;
import io.dakenh.platform.problem.ProblemException;
import io.dakenh.platform.tenancy.Caller;
import io.dakenh.platform.tenancy.Roles;
import io.dakenh.platform.web.Cursor;
import io.dakenh.platform.web.Page;
import io.dakenh.platform.web.PageRequest;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Who may not write, for owners. */
@Path("/api/v1/visitor-blocks")
@RolesAllowed(Roles.OWNER)
@RunOnVirtualThread
@Tag(name = "visitors")
public class BlockResource {
  private final Blocks blocks;
  private final Caller caller;

  @Inject
  BlockResource(Blocks blocks, Caller caller) {
    this.blocks = blocks;
    this.caller = caller;
  }

  /** Behind which block a page begins. */
  private record Position(Instant blockedAt, UUID visitorId) {
    static final Position START =
        new Position(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1L, -1L));

    static Position of(@Nullable String encoded) {
      Cursor cursor = Cursor.decode(encoded, 2);
      if (cursor == null) {
        return START;
      }
      try {
        return new Position(
            Instant.parse(cursor.values().get(0)), UUID.fromString(cursor.values().get(1)));
      } catch (DateTimeParseException | IllegalArgumentException wrong) {
        throw ProblemException.invalid("/cursor", "cursor", "This cursor is not valid here.");
      }
    }
  }

  @GET
  @Operation(summary = "Visitors who may not write, newest block first")
  public Page<BlockView> list(@BeanParam @Valid PageRequest page) {
    Position behind = Position.of(page.cursor);
    List<BlockView> found =
        blocks.list(caller.tenantId(), behind.blockedAt(), behind.visitorId(), page.limit + 1);
    return Page.cut(found, page.limit, last -> Cursor.of(last.blockedAt(), last.visitorId()));
  }
}
