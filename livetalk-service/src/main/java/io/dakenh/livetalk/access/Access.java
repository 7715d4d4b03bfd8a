package io.dakenh.livetalk.access;

import io.dakenh.livetalk.directory.Directory;
import io.dakenh.livetalk.party.Party;
import io.dakenh.livetalk.store.Database;
import io.dakenh.platform.problem.ProblemException;
import io.dakenh.platform.problem.ProblemKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Asks who may see a conversation, and who takes part in it. */
@ApplicationScoped
public class Access {
  private static final UUID[] NONE = {};

  private static final String VIEWERS =
      """
      select s.id, s.name, s.avatar_url from conversation c
      join staff s on s.tenant_id = c.tenant_id and s.active
      where c.tenant_id = ? and c.id = ? and (s.role = 'owner'
        or exists (select 1 from conversation_participant p where p.conversation_id = c.id and p.agent_id = s.id)
        or exists (select 1 from department d
                   where d.tenant_id = c.tenant_id and d.id = c.department_id and not d.deleted and s.id = any (d.agent_ids)))
      order by s.name, s.id""";

  private final Database database;
  private final Directory directory;

  @Inject
  Access(Database database, Directory directory) {
    this.database = database;
    this.directory = directory;
  }

  /** A person who may see a conversation. */
  public record Viewer(UUID id, String name, @Nullable String avatarUrl) {}

  /** Whoever may not see the conversation does not learn that it exists. */
  public void require(Party agent, UUID conversationId) {
    if (!sees(agent, conversationId)) {
      throw ProblemException.notFound("conversation");
    }
  }

  /** Refuses whoever sees the conversation and does not take part in it. */
  public void requireParticipant(Party agent, UUID conversationId) {
    require(agent, conversationId);
    boolean partakes =
        database
            .first(
                "select 1 from conversation_participant where tenant_id = ? and conversation_id = ? and agent_id = ?",
                row -> row.getInt(1),
                agent.tenantId(),
                conversationId,
                agent.id())
            .isPresent();
    if (!partakes) {
      throw ProblemException.of(
          ProblemKind.FORBIDDEN, "not-a-participant", "You do not take part in this conversation.");
    }
  }

  /** Refuses whoever may see none of the visitor's conversations. */
  public void requireVisitor(Party agent, UUID visitorId) {
    boolean sees =
        database
            .first(
                "select 1 from conversation c where c.tenant_id = ? and c.visitor_id = ?"
                    + " and (? or c.department_id = any (?) or exists (select 1 from conversation_participant q"
                    + " where q.conversation_id = c.id and q.agent_id = ?)) limit 1",
                row -> row.getInt(1),
                agent.tenantId(),
                visitorId,
                agent.owner(),
                departments(agent),
                agent.id())
            .isPresent();
    if (!sees) {
      throw ProblemException.notFound("visitor");
    }
  }

  /** The departments whose conversations the agent sees; owners need none. */
  public UUID[] departments(Party agent) {
    return agent.owner() ? NONE : directory.departmentsOf(agent.tenantId(), agent.id());
  }

  /** Everybody who may see a conversation, by name. */
  public List<Viewer> viewers(UUID tenantId, UUID conversationId) {
    return database.list(
        VIEWERS,
        row -> new Viewer(row.getObject(1, UUID.class), row.getString(2), row.getString(3)),
        tenantId,
        conversationId);
  }

  private boolean sees(Party agent, UUID conversationId) {
    return database
        .first(
            "select 1 from conversation c where c.tenant_id = ? and c.id = ?"
                + " and (? or c.department_id = any (?) or exists (select 1 from conversation_participant q"
                + " where q.conversation_id = c.id and q.agent_id = ?))",
            row -> row.getInt(1),
            agent.tenantId(),
            conversationId,
            agent.owner(),
            departments(agent),
            agent.id())
        .isPresent();
  }
}
