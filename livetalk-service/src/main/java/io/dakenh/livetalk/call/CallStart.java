package io.dakenh.livetalk.call;

import io.dakenh.livetalk.LivetalkConfig;
import io.dakenh.livetalk.access.Access;
import io.dakenh.livetalk.call.Participant.Standing;
import io.dakenh.livetalk.directory.Directory;
import io.dakenh.livetalk.party.Party;
import io.dakenh.livetalk.party.PartyKind;
import io.dakenh.livetalk.store.Database;
import io.dakenh.platform.problem.ProblemException;
import io.dakenh.platform.problem.ProblemKind;
import io.dakenh.platform.time.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Begins calls, by visitors and back to them. */
@ApplicationScoped
public class CallStart {
  private static final Duration WINDOW = Duration.ofMinutes(1);

  /** Whoever serves the conversation is asked first, or else whom the visitor chose. */
  private static final String FACTS =
      """
      select c.state, c.channel_kind, c.visitor_id, v.name, c.department_id,
        coalesce((select p.agent_id from conversation_participant p where p.conversation_id = c.id order by p.joined_at limit 1),
                 c.wanted_agent_id),
        exists (select 1 from visitor_block b where b.tenant_id = c.tenant_id and b.visitor_id = c.visitor_id
                  and (b.expires_at is null or b.expires_at > clock_timestamp()))
      from conversation c join visitor v on v.tenant_id = c.tenant_id and v.id = c.visitor_id
      where c.tenant_id = ? and c.id = ?""";

  private final CallStore store;
  private final CallEvents events;
  private final CallLife life;
  private final CallSettings settings;
  private final Minutes minutes;
  private final Access access;
  private final Directory directory;
  private final Database database;
  private final LivetalkConfig.Calls config;

  @Inject
  CallStart(
      CallStore store,
      CallEvents events,
      CallLife life,
      CallSettings settings,
      Minutes minutes,
      Access access,
      Directory directory,
      Database database,
      LivetalkConfig config) {
    this.store = store;
    this.events = events;
    this.life = life;
    this.settings = settings;
    this.minutes = minutes;
    this.access = access;
    this.directory = directory;
    this.database = database;
    this.config = config.calls();
  }

  private record Facts(
      String state,
      String channelKind,
      UUID visitorId,
      String visitorName,
      @Nullable UUID departmentId,
      @Nullable UUID wantedAgentId,
      boolean blocked) {}

  /** Begins a call, or finds that it has begun; needs a transaction. */
  public boolean start(Party caller, UUID callId, UUID conversationId, Media media) {
    Optional<CallFacts> before = store.find(caller.tenantId(), callId);
    if (before.isPresent()) {
      if (before.get().participants().stream().noneMatch(each -> each.is(caller))) {
        throw ProblemException.conflict("call-id-taken", "Choose another id.");
      }
      return false;
    }
    if (!caller.visitor()) {
      access.require(caller, conversationId);
    }
    Facts facts =
        database
            .first(
                FACTS,
                row ->
                    new Facts(
                        row.getString(1),
                        row.getString(2),
                        row.getObject(3, UUID.class),
                        row.getString(4),
                        row.getObject(5, UUID.class),
                        row.getObject(6, UUID.class),
                        row.getBoolean(7)),
                caller.tenantId(),
                conversationId)
            .filter(found -> !caller.visitor() || found.visitorId().equals(caller.id()))
            .orElseThrow(() -> ProblemException.notFound("conversation"));
    check(caller, facts, media);
    begin(caller, callId, conversationId, media, facts);
    return true;
  }

  private void check(Party caller, Facts facts, Media media) {
    UUID tenantId = caller.tenantId();
    if (!facts.channelKind().equals("livetalk")) {
      throw ProblemException.rule(
          "call-not-possible", "Calls are for visitors of the website only.");
    }
    if (!facts.state().equals("open")) {
      throw ProblemException.conflict("conversation-closed", "This conversation is over.");
    }
    if (caller.visitor() && facts.blocked()) {
      throw ProblemException.of(
          ProblemKind.FORBIDDEN, "visitor-blocked", "You cannot call here at the moment.");
    }
    if (!settings.offered(tenantId, media)) {
      throw ProblemException.rule("call-not-offered", "This business takes no such calls.");
    }
    if (minutes.exhausted(tenantId)) {
      throw ProblemException.rule(Minutes.EXHAUSTED, "No call minutes are left.");
    }
    if (store.ofVisitor(tenantId, facts.visitorId()).isPresent()) {
      throw running();
    }
    if (caller.visitor()) {
      int lately = store.startedSince(tenantId, caller.id(), life.now().minus(WINDOW));
      if (lately >= config.startsPerMinute()) {
        throw ProblemException.rateLimited(WINDOW);
      }
    } else if (store.inCall(tenantId, caller.id())) {
      throw ProblemException.conflict("agent-in-call", "You are in another call.");
    }
  }

  private void begin(Party caller, UUID callId, UUID conversationId, Media media, Facts facts) {
    Instant now = life.now();
    UUID agentId = caller.visitor() ? null : caller.id();
    Call call =
        new Call(
            callId,
            caller.tenantId(),
            conversationId,
            new Call.Visitor(facts.visitorId(), facts.visitorName()),
            facts.departmentId(),
            media,
            CallState.RINGING,
            1,
            agentId,
            null,
            now.plus(caller.visitor() ? config.ringAtMost() : config.callBackRing()),
            now,
            null,
            null,
            null,
            null);
    if (!store.insert(call)) {
      throw running();
    }
    boolean calls = caller.visitor();
    store.add(
        call,
        part(PartyKind.VISITOR, facts.visitorId(), facts.visitorName(), null, calls, now),
        now);
    if (agentId != null) {
      String avatar =
          directory
              .colleague(caller.tenantId(), agentId)
              .map(Directory.Colleague::avatarUrl)
              .orElse(null);
      store.add(call, part(PartyKind.AGENT, agentId, caller.name(), avatar, true, now), now);
    }
    events.started(call, facts.wantedAgentId());
    life.settle(store.lock(call.tenantId(), callId).orElseThrow());
  }

  private static Participant part(
      PartyKind kind,
      UUID id,
      String name,
      @Nullable String avatarUrl,
      boolean calls,
      Instant now) {
    return new Participant(
        Ids.next(),
        kind,
        id,
        name,
        avatarUrl,
        calls ? Standing.CONNECTING : Standing.INVITED,
        null,
        true,
        false,
        null,
        null,
        null,
        now);
  }

  private static ProblemException running() {
    return ProblemException.conflict("call-running", "There is a call already.");
  }
}
