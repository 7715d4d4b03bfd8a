package io.dakenh.livetalk.offer;

import io.dakenh.contracts.routing.OfferMade;
import io.dakenh.contracts.routing.OfferResolved;
import io.dakenh.livetalk.delivery.Fanout;
import io.dakenh.livetalk.delivery.Frames;
import io.dakenh.livetalk.directory.Directory;
import io.dakenh.livetalk.directory.Directory.Colleague;
import io.dakenh.livetalk.party.Party;
import io.dakenh.livetalk.store.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Offers as routing tells them: pushed to the agent's sockets, and kept for sockets that open
 * later.
 */
@ApplicationScoped
public class Offers {
  private final Database database;
  private final Directory directory;
  private final Fanout fanout;
  private final Clock clock;

  @Inject
  Offers(Database database, Directory directory, Fanout fanout, Clock clock) {
    this.database = database;
    this.directory = directory;
    this.fanout = fanout;
    this.clock = clock;
  }

  /** The offers an agent has to answer now. */
  public List<OfferView> pending(Party agent) {
    Instant now = clock.instant();
    return database.list(
        """
        select id, conversation_id, department_id, department_name, visitor_name, channel_kind, preview, made_at, expires_at, kind, call_id, media
        from offer where tenant_id = ? and agent_id = ? and outcome is null and expires_at > ?
        order by made_at, id limit 100""",
        row ->
            new OfferView(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getObject(3, UUID.class),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getObject(8, OffsetDateTime.class).toInstant(),
                row.getObject(9, OffsetDateTime.class).toInstant(),
                now,
                row.getString(10),
                row.getObject(11, UUID.class),
                row.getString(12)),
        agent.tenantId(),
        agent.id(),
        now);
  }

  /** An agent is asked. An offer that ended before it was heard of is not shown. */
  void made(UUID tenantId, OfferMade offer) {
    int fresh =
        database.update(
            """
            insert into offer (id, tenant_id, conversation_id, agent_id, department_id, department_name, visitor_name, channel_kind, preview, made_at, expires_at, kind, call_id, media)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (id) do nothing""",
            offer.offerId(),
            tenantId,
            offer.conversationId(),
            offer.agentId(),
            offer.departmentId(),
            offer.departmentName(),
            offer.visitorName(),
            offer.channelKind(),
            offer.preview(),
            offer.madeAt(),
            offer.expiresAt(),
            kind(offer),
            offer.callId(),
            offer.media());
    if (fresh == 0) {
      return;
    }
    OfferView view =
        new OfferView(
            offer.offerId(),
            offer.conversationId(),
            offer.departmentId(),
            offer.departmentName(),
            offer.visitorName(),
            offer.channelKind(),
            offer.preview(),
            offer.madeAt(),
            offer.expiresAt(),
            clock.instant(),
            kind(offer),
            offer.callId(),
            offer.media());
    String frame = Frames.encode(new Frames.Offer(view));
    database.afterCommit(() -> fanout.toAgent(tenantId, offer.agentId(), frame, null));
  }

  private static String kind(OfferMade offer) {
    return offer.callId() == null ? "conversation" : "call";
  }

  /** An offer ended, maybe before it was heard of. */
  void resolved(UUID tenantId, OfferResolved offer) {
    int changed =
        database.update(
            """
            insert into offer (id, tenant_id, conversation_id, agent_id, made_at, expires_at, outcome)
            values (?, ?, ?, ?, ?, ?, ?)
            on conflict (id) do update set outcome = excluded.outcome
            where offer.outcome is null and offer.tenant_id = excluded.tenant_id""",
            offer.offerId(),
            tenantId,
            offer.conversationId(),
            offer.agentId(),
            offer.resolvedAt(),
            offer.resolvedAt(),
            offer.outcome());
    if (changed == 0) {
      return;
    }
    String frame =
        Frames.encode(
            new Frames.OfferResolved(
                offer.offerId(),
                offer.conversationId(),
                offer.outcome(),
                acceptedBy(tenantId, offer.acceptedByAgentId())));
    database.afterCommit(() -> fanout.toAgent(tenantId, offer.agentId(), frame, null));
  }

  private Frames.@Nullable Named acceptedBy(UUID tenantId, @Nullable UUID agentId) {
    return agentId == null
        ? null
        : new Frames.Named(
            agentId, directory.colleague(tenantId, agentId).map(Colleague::name).orElse(""));
  }
}
