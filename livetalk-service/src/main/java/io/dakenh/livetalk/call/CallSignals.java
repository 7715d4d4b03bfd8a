package io.dakenh.livetalk.call;

import io.dakenh.livetalk.call.CallCommand.Beat;
import io.dakenh.livetalk.call.CallCommand.Signal;
import io.dakenh.livetalk.delivery.Fanout;
import io.dakenh.livetalk.delivery.Frames;
import io.dakenh.livetalk.party.Party;
import io.dakenh.livetalk.party.PartyKind;
import io.dakenh.livetalk.store.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * What browsers in a call say all the time: that they are there, and what the other one needs to
 * find them. Both are taken only from whoever has the seat, and neither locks the call.
 */
@ApplicationScoped
class CallSignals {
  private static final String BEAT =
      """
      update call_participant p set seen_at = ?, microphone = ?, camera = ?
      from (select id, microphone, camera, state from call_participant
            where tenant_id = ? and call_id = ? and seat = ? and kind = ? and person_id = ? and state in ('connecting', 'joined')) b
      where p.id = b.id
      returning b.microphone <> p.microphone or b.camera <> p.camera, p.state""";

  private static final String RECEIVER =
      """
      select t.kind, t.person_id from call_participant f
      join call_participant t on t.call_id = f.call_id and t.tenant_id = f.tenant_id
      where f.tenant_id = ? and f.call_id = ? and f.seat = ? and f.kind = ? and f.person_id = ? and f.state in ('connecting', 'joined')
        and t.seat = ? and t.id <> f.id and t.state in ('connecting', 'joined')""";

  private final Database database;
  private final CallStore store;
  private final CallLife life;
  private final Fanout fanout;

  @Inject
  CallSignals(Database database, CallStore store, CallLife life, Fanout fanout) {
    this.database = database;
    this.store = store;
    this.life = life;
    this.fanout = fanout;
  }

  private record Heard(boolean changed, boolean connecting) {}

  private record Receiver(PartyKind kind, UUID id) {}

  /** A sign of life; the first one with media makes an agent joined. */
  void beat(Party party, Beat beat) {
    Optional<Heard> heard =
        database.first(
            BEAT,
            row -> new Heard(row.getBoolean(1), row.getString(2).equals("connecting")),
            life.now(),
            beat.microphone(),
            beat.camera(),
            party.tenantId(),
            beat.callId(),
            beat.seat(),
            party.kind().code(),
            party.id());
    if (heard.isEmpty()) {
      return;
    }
    boolean joins = heard.get().connecting() && beat.connected() && !party.visitor();
    if (joins || heard.get().changed()) {
      database.inTransaction(
          () -> {
            store
                .lock(party.tenantId(), beat.callId())
                .ifPresent(facts -> shown(facts, party, joins));
            return Boolean.TRUE;
          });
    }
  }

  private void shown(CallFacts facts, Party party, boolean joins) {
    if (facts.call().ended()) {
      return;
    }
    Participant agent = facts.present(party).filter(each -> joins && !each.joined()).orElse(null);
    boolean answered =
        facts.call().state() == CallState.CLAIMED || facts.call().state() == CallState.CONNECTED;
    life.settle(
        agent != null && answered
            ? life.connect(facts, agent, life.now())
            : life.touched(facts.call()));
  }

  /** To whoever has the other seat, and to nobody when one of the two is not in the call. */
  void relay(Party party, Signal signal) {
    database
        .first(
            RECEIVER,
            row ->
                new Receiver(
                    PartyKind.valueOf(row.getString(1).toUpperCase(Locale.ROOT)),
                    row.getObject(2, UUID.class)),
            party.tenantId(),
            signal.callId(),
            signal.seat(),
            party.kind().code(),
            party.id(),
            signal.to())
        .ifPresent(receiver -> pass(party, receiver, signal));
  }

  private void pass(Party party, Receiver receiver, Signal signal) {
    String frame =
        Frames.encode(
            new Frames.CallSignal(
                signal.callId(),
                signal.seat(),
                signal.to(),
                signal.data().description(),
                signal.data().candidate()));
    if (receiver.kind() == PartyKind.VISITOR) {
      fanout.toVisitor(party.tenantId(), receiver.id(), frame, null);
    } else {
      fanout.toAgent(party.tenantId(), receiver.id(), frame, null);
    }
  }
}
