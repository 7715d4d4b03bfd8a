package io.dakenh.livetalk.presence;

import io.dakenh.livetalk.store.Database;
import io.dakenh.platform.problem.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who of those a visitor may choose is there. */
@Path("/api/v1/public/widgets/{widgetKey}/agents")
@Tag(name = "widget-agents")
public class PublicAgentResource {
  private final Database database;

  @Inject
  PublicAgentResource(Database database) {
    this.database = database;
  }

  /** An agent of the public widget document, and whether the agent is there. */
  public record PresenceView(UUID id, String state) {}

  /** All of them. */
  public record PresencesView(List<PresenceView> items) {}

  /** Nobody learns who works when, unless the business lets visitors choose among its agents. */
  @GET
  @RunOnVirtualThread
  @Operation(
      summary = "Presence of the agents a visitor may choose",
      description =
          "Empty unless visitors choose an agent; 404 for an unknown key or a suspended business.")
  public PresencesView list(@PathParam("widgetKey") String widgetKey) {
    UUID tenantId =
        database
            .first(
                "select id from tenant where widget_key = ? and status = 'active'",
                row -> row.getObject(1, UUID.class),
                widgetKey)
            .orElseThrow(() -> ProblemException.notFound("widget"));
    return new PresencesView(
        database.list(
            """
            select s.id, coalesce(p.state, 'offline')
            from section_settings w
            join staff s on s.tenant_id = w.tenant_id and s.active
            left join agent_presence p on p.tenant_id = s.tenant_id and p.agent_id = s.id
            where w.tenant_id = ? and w.section = 'window' and w.content ->> 'startMode' = 'agent'
              and exists (select 1 from department d where d.tenant_id = s.tenant_id and not d.deleted and s.id = any (d.agent_ids))
            order by s.id""",
            row -> new PresenceView(row.getObject(1, UUID.class), row.getString(2)),
            tenantId));
  }
}
