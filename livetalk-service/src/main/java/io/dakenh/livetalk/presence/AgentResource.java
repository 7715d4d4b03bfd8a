package io.dakenh.livetalk.presence;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.dakenh.livetalk.store.Database;
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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Colleagues and whether they are there. */
@Path("/api/v1/agents")
@RolesAllowed({Roles.OWNER, Roles.AGENT})
@RunOnVirtualThread
@Tag(name = "agents")
public class AgentResource {
  private final Database database;
  private final Caller caller;

  @Inject
  AgentResource(Database database, Caller caller) {
    this.database = database;
    this.caller = caller;
  }

  /** A colleague. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record ColleagueView(UUID id, String name, @Nullable String avatarUrl, String state) {}

  @GET
  @Operation(summary = "Colleagues with presence")
  public Page<ColleagueView> list(@BeanParam @Valid PageRequest page) {
    Cursor behind = Cursor.decode(page.cursor, 1);
    List<ColleagueView> found =
        database.list(
            """
            select s.id, s.name, s.avatar_url, coalesce(p.state, 'offline')
            from staff s left join agent_presence p on p.tenant_id = s.tenant_id and p.agent_id = s.id
            where s.tenant_id = ? and s.active and s.id::text > ?
            order by s.id::text limit ?""",
            row ->
                new ColleagueView(
                    row.getObject(1, UUID.class),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4)),
            caller.tenantId(),
            behind == null ? "" : behind.values().getFirst(),
            page.limit + 1);
    return Page.cut(found, page.limit, last -> Cursor.of(last.id()));
  }
}
