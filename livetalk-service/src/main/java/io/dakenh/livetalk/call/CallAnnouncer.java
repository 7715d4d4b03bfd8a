package io.dakenh.livetalk.call;

import io.dakenh.livetalk.delivery.Fanout;
import io.dakenh.livetalk.delivery.Frames;
import io.dakenh.livetalk.party.Face;
import io.dakenh.livetalk.party.Party;
import io.dakenh.livetalk.settings.Representation;
import io.dakenh.livetalk.store.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Shows calls to their people. */
@ApplicationScoped
public class CallAnnouncer {
  private record Shown(@Nullable Face face) {}

  private final CallStore store;
  private final Database database;
  private final Fanout fanout;
  private final Clock clock;

  @Inject
  CallAnnouncer(CallStore store, Database database, Fanout fanout, Clock clock) {
    this.store = store;
    this.database = database;
    this.fanout = fanout;
    this.clock = clock;
  }

  /** The visitor's call that goes on. */
  public Optional<CallView> ofVisitor(Party visitor) {
    return store
        .ofVisitor(visitor.tenantId(), visitor.id())
        .map(facts -> CallView.of(facts, face(facts.call()), clock.instant()));
  }

  /** The calls an agent is in or asked into. */
  public List<CallView> ofAgent(Party agent) {
    return store.ofAgent(agent.tenantId(), agent.id()).stream()
        .map(facts -> CallView.of(facts, null, clock.instant()))
        .toList();
  }

  /** The calls of a conversation, newest first, as agents see them. */
  List<CallView> ofConversation(UUID tenantId, UUID conversationId, int limit) {
    return store.ofConversation(tenantId, conversationId, limit).stream()
        .map(facts -> CallView.of(facts, null, clock.instant()))
        .toList();
  }

  /** Tells everybody who is or was in it, once the current transaction is committed. */
  void afterCommit(CallFacts facts) {
    Call call = facts.call();
    String toAgents =
        Frames.encode(new Frames.CallChanged(CallView.of(facts, null, clock.instant())));
    Face face = face(call);
    String toVisitor =
        face == null
            ? toAgents
            : Frames.encode(new Frames.CallChanged(CallView.of(facts, face, clock.instant())));
    database.afterCommit(
        () -> {
          fanout.toVisitor(call.tenantId(), call.visitor().id(), toVisitor, null);
          facts.participants().stream()
              .filter(each -> !each.visitor())
              .map(Participant::personId)
              .distinct()
              .forEach(agentId -> fanout.toAgent(call.tenantId(), agentId, toAgents, null));
        });
  }

  /** Whether visitors see who talks to them. */
  @Nullable Face face(Call call) {
    return database
        .first(
            "select "
                + Representation.COLUMNS
                + " from conversation c "
                + Representation.JOIN
                + " where c.tenant_id = ? and c.id = ?",
            row -> new Shown(Representation.face(row, 1)),
            call.tenantId(),
            call.conversationId())
        .map(Shown::face)
        .orElse(null);
  }
}
