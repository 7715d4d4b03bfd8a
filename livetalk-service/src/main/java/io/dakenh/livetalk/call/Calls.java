package io.dakenh.livetalk.call;

import io.dakenh.livetalk.LivetalkConfig;
import io.dakenh.livetalk.call.Call.Claim;
import io.dakenh.livetalk.call.Participant.Standing;
import io.dakenh.livetalk.delivery.Frames;
import io.dakenh.livetalk.directory.Directory;
import io.dakenh.livetalk.directory.Directory.Colleague;
import io.dakenh.livetalk.party.Party;
import io.dakenh.livetalk.party.PartyKind;
import io.dakenh.livetalk.store.Database;
import io.dakenh.platform.problem.ProblemException;
import io.dakenh.platform.problem.ProblemKind;
import io.dakenh.platform.time.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What people do with calls. Whoever is not in a call does not learn that it exists. */
@ApplicationScoped
public class Calls {
  /** The visitor and three agents: each browser sends to each other one. */
  private static final int MOST_PEOPLE = 4;

  private final CallStore store;
  private final CallLife life;
  private final CallStart starting;
  private final CallSignals signals;
  private final IceServers ice;
  private final Directory directory;
  private final Database database;
  private final LivetalkConfig.Calls config;

  @Inject
  Calls(
      CallStore store,
      CallLife life,
      CallStart starting,
      CallSignals signals,
      IceServers ice,
      Directory directory,
      Database database,
      LivetalkConfig config) {
    this.store = store;
    this.life = life;
    this.starting = starting;
    this.signals = signals;
    this.ice = ice;
    this.directory = directory;
    this.database = database;
    this.config = config.calls();
  }

  /**
   * Does what a frame asks for.
   *
   * @param id of the frame, for the answer
   * @return the answer, null for frames that get none
   */
  public Frames.@Nullable ServerFrame apply(Party party, @Nullable String id, CallCommand command) {
    switch (command) {
      case CallCommand.Beat beat -> signals.beat(party, beat);
      case CallCommand.Signal signal -> signals.relay(party, signal);
      case CallCommand.Start start ->
          database.inTransaction(
              () -> starting.start(party, start.callId(), start.conversationId(), start.media()));
      case CallCommand.Decline decline -> decline(party, decline.callId());
      case CallCommand.Leave leave -> leave(party, leave.callId());
      case CallCommand.Invite invite -> invite(party, invite.callId(), invite.agentId());
      case CallCommand.Switch other -> switchTo(party, other.callId(), other.media());
      case CallCommand.Join join -> {
        UUID seat = Ids.next();
        change(party, join.callId(), facts -> join(facts, party, seat));
        return id == null
            ? null
            : new Frames.CallSeat(
                id, join.callId(), seat, ice.of(party.tenantId(), join.callId(), party.id()));
      }
    }
    return id == null ? null : Frames.Ack.of(id);
  }

  private CallFacts join(CallFacts facts, Party party, UUID seat) {
    Call call = facts.call();
    refuseEnded(call);
    Participant own = own(facts, party);
    Instant now = life.now();
    boolean asked = own.standing() == Standing.INVITED;
    if (asked && !party.visitor() && store.inCall(party.tenantId(), party.id())) {
      throw inCall();
    }
    Instant due = own.joined() || party.visitor() ? null : now.plus(config.connect());
    store.seat(party.tenantId(), own, seat, due, now);
    UUID caller = call.startedBy();
    if (asked && party.visitor() && caller != null && call.state() == CallState.RINGING) {
      return life.claim(facts, new Claim(null, caller, now.plus(config.claim())), null);
    }
    return life.touched(call);
  }

  private void decline(Party party, UUID callId) {
    change(
        party,
        callId,
        facts -> {
          if (facts.call().ended()) {
            return facts;
          }
          Participant own = own(facts, party);
          if (own.standing() != Standing.INVITED) {
            return facts;
          }
          return party.visitor()
              ? life.end(facts, Outcome.MISSED, "declined", life.now())
              : life.leave(facts, own, life.now());
        });
  }

  private void leave(Party party, UUID callId) {
    change(
        party,
        callId,
        facts -> {
          if (facts.call().ended()) {
            return facts;
          }
          Participant own = own(facts, party);
          boolean connected = facts.call().state() == CallState.CONNECTED;
          boolean caller = party.visitor() || party.id().equals(facts.call().startedBy());
          if (caller && !connected) {
            return life.end(facts, Outcome.CANCELLED, null, life.now());
          }
          return party.visitor()
              ? life.end(facts, Outcome.COMPLETED, null, life.now())
              : life.leave(facts, own, life.now());
        });
  }

  private void invite(Party party, UUID callId, UUID agentId) {
    Colleague colleague =
        directory
            .colleague(party.tenantId(), agentId)
            .filter(Colleague::active)
            .orElseThrow(() -> ProblemException.notFound("agent"));
    change(
        party,
        callId,
        facts -> {
          Call call = facts.call();
          refuseEnded(call);
          if (party.visitor() || !own(facts, party).joined()) {
            throw notIn();
          }
          if (facts.present().size() >= MOST_PEOPLE) {
            throw ProblemException.rule(
                "call-full", "No more than " + MOST_PEOPLE + " people can be in a call.");
          }
          if (store.inCall(party.tenantId(), agentId)) {
            throw inCall();
          }
          Instant now = life.now();
          Participant asked =
              new Participant(
                  Ids.next(),
                  PartyKind.AGENT,
                  agentId,
                  colleague.name(),
                  colleague.avatarUrl(),
                  Standing.INVITED,
                  null,
                  true,
                  false,
                  now.plus(config.inviteRing()),
                  null,
                  null,
                  now);
          return store.add(call, asked, now) ? life.touched(call) : facts;
        });
  }

  private void switchTo(Party party, UUID callId, Media media) {
    change(
        party,
        callId,
        facts -> {
          refuseEnded(facts.call());
          own(facts, party);
          return facts.call().media() == media ? facts : life.changed(facts.call().with(media));
        });
  }

  private void change(Party party, UUID callId, UnaryOperator<CallFacts> step) {
    database.inTransaction(
        () -> {
          CallFacts facts = store.lock(party.tenantId(), callId).orElseThrow(Calls::notFound);
          if (facts.participants().stream().noneMatch(each -> each.is(party))) {
            throw notFound();
          }
          CallFacts after = step.apply(facts);
          if (after != facts) {
            life.settle(after);
          }
          return Boolean.TRUE;
        });
  }

  private static Participant own(CallFacts facts, Party party) {
    return facts.present(party).orElseThrow(Calls::notIn);
  }

  private static void refuseEnded(Call call) {
    if (call.ended()) {
      throw ProblemException.conflict("call-ended", "This call is over.");
    }
  }

  private static ProblemException notFound() {
    return ProblemException.notFound("call");
  }

  private static ProblemException notIn() {
    return ProblemException.of(ProblemKind.FORBIDDEN, "not-in-call", "You are not in this call.");
  }

  private static ProblemException inCall() {
    return ProblemException.conflict("agent-in-call", "This person is in another call.");
  }
}
