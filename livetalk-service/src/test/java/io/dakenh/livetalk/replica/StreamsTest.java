package io.dakenh.livetalk.replica;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dakenh.contracts.rows.Rows;
import io.dakenh.livetalk.party.Party;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Replicas that push to each other over real connections. */
class StreamsTest {
  private final UUID tenantId = UUID.randomUUID();
  private final UUID visitorId = UUID.randomUUID();
  private final UUID agentId = UUID.randomUUID();
  private final Party.Key visitor = Party.Key.visitor(tenantId, visitorId);
  private final Party.Key agent = Party.Key.agent(tenantId, agentId);
  private final List<Replica> started = new ArrayList<>();

  private Replica started(Replica replica) {
    started.add(replica);
    return replica;
  }

  /** The second knows the first; the first learns of it when it is dialled. */
  private Replica[] pair() {
    Replica one = started(Replica.knowing("nobody.invalid:1"));
    Replica two = started(Replica.knowing(one.address()));
    one.awaitStreams(1);
    two.awaitStreams(1);
    return new Replica[] {one, two};
  }

  @AfterEach
  void end() throws Exception {
    for (Replica replica : started) {
      replica.close();
    }
  }

  @Test
  @Rows(part = "TALK-11")
  void carriesEverythingAFanoutDoesInOrder() {
    Replica[] pair = pair();
    UUID except = UUID.randomUUID();
    pair[1].arrives(visitor);
    pair[1].arrives(agent);

    pair[0].fanout().toVisitor(tenantId, visitorId, "chào ạ 🌻", except);
    pair[0].fanout().toAgent(tenantId, agentId, "a", null);
    pair[0].fanout().toAgents(tenantId, "b");
    pair[0].fanout().toVisitors(tenantId, "c");
    pair[0].fanout().dismissAgent(tenantId, agentId);
    pair[0].fanout().dismissTenant(tenantId);

    List<String> expected =
        List.of(
            "visitor " + visitorId + " chào ạ 🌻 " + except,
            "agent " + agentId + " a null",
            "agents " + tenantId + " b",
            "visitors " + tenantId + " c",
            "dismiss " + agentId,
            "dismiss all " + tenantId);
    await().until(() -> pair[1].got().size() == expected.size());
    assertThat(pair[1].got()).isEqualTo(expected);
    assertThat(pair[0].got()).as("its own sockets first").isEqualTo(expected);
  }

  @Test
  void sendsOnlyWhereSomebodyWaitsForIt() {
    Replica[] pair = pair();
    pair[1].arrives(agent);
    UUID other = UUID.randomUUID();

    pair[0].fanout().toVisitor(tenantId, visitorId, "nobody there", null);
    pair[0].fanout().toVisitors(tenantId, "no visitor there");
    pair[0].fanout().toAgent(tenantId, other, "not this one", null);
    pair[0].fanout().toAgents(other, "another business");
    pair[0].fanout().toAgent(other, agentId, "the same id in another business", null);
    pair[0].fanout().toAgents(tenantId, "this");
    await().until(() -> !pair[1].got().isEmpty());
    assertThat(pair[1].got()).containsExactly("agents " + tenantId + " this");

    pair[1].leaves(agent);
    pair[1].arrives(visitor);
    pair[0].fanout().toAgents(tenantId, "left");
    pair[0].fanout().toVisitor(tenantId, visitorId, "came", null);
    await().until(() -> pair[1].got().size() == 2);
    assertThat(pair[1].got()).last().isEqualTo("visitor " + visitorId + " came null");
  }

  @Test
  void whoeverHasArrivedMissesNothing() {
    Replica[] pair = pair();

    for (int i = 0; i < 200; i++) {
      UUID person = UUID.randomUUID();
      pair[1].arrives(Party.Key.visitor(tenantId, person));
      pair[0].fanout().toVisitor(tenantId, person, "at once", null);
    }

    await().until(() -> pair[1].got().size() == 200);
  }

  @Test
  void refusesWhoDoesNotKnowTheSecret() {
    Replica one = started(Replica.knowing("nobody.invalid:1"));
    Replica liar =
        started(Replica.withSecret("another secret of thirty-two characters", one.address()));
    Replica friend = started(Replica.knowing(one.address()));
    liar.arrives(agent);
    friend.awaitStreams(1);
    one.awaitStreams(1);
    friend.arrives(agent);

    one.fanout().toAgents(tenantId, "for friends");
    liar.fanout().toAgents(tenantId, "lies");
    one.arrives(agent);
    friend.fanout().toAgents(tenantId, "truth");

    await().until(() -> one.got().contains("agents " + tenantId + " truth"));
    await().until(() -> friend.got().contains("agents " + tenantId + " for friends"));
    assertThat(one.got()).doesNotContain("agents " + tenantId + " lies");
    assertThat(liar.got()).containsExactly("agents " + tenantId + " lies");
    assertThat(liar.streams()).isZero();
  }

  @Test
  void tellsAfterwardsWhatCouldNotBeSent() throws Exception {
    Replica one = started(Replica.knowing("nobody.invalid:1"));
    Replica former = started(Replica.knowing(one.address()));
    one.awaitStreams(1);
    former.die();
    one.awaitStreams(0);
    UUID quiet = UUID.randomUUID();

    one.fanout().toAgents(tenantId, "nobody hears this");
    Replica latter = Replica.at(former.port(), one.address());
    started(latter);
    latter.arrives(Party.Key.agent(quiet, agentId));
    one.awaitStreams(1);

    await().until(() -> latter.asked().contains(tenantId));
    assertThat(latter.asked()).doesNotContain(quiet, "all");
  }

  @Test
  @Rows(part = "TALK-11")
  void afterOneDiedTheOthersClientsAreAskedToLook() throws Exception {
    Replica[] pair = pair();
    pair[0].die();
    await().until(() -> pair[1].asked().contains("all"));
  }

  @Test
  void afterOneStoppedNobodyIsAsked() throws Exception {
    Replica[] pair = pair();
    pair[1].arrives(agent);
    pair[0].fanout().toAgents(tenantId, "the last word");
    pair[0].stop();
    Replica third = started(Replica.knowing(pair[1].address()));
    third.awaitStreams(1);
    third.die();

    await().until(() -> !pair[1].asked().isEmpty());
    assertThat(pair[1].got()).containsExactly("agents " + tenantId + " the last word");
    assertThat(pair[1].asked()).as("for the third alone").containsExactly("all");
  }

  @Test
  void cutsWhoReadsTooSlowlyAndTellsWhatWasMissed() throws Exception {
    Replica one = started(Replica.withQueue(200_000, "nobody.invalid:1"));
    Replica two = started(Replica.knowing(one.address()));
    one.awaitStreams(1);
    two.arrives(agent);
    String large = "x".repeat(50_000);

    // Faster than any reader: what does not fit is not kept.
    IntStream.range(0, 400).forEach(i -> one.fanout().toAgents(tenantId, large));

    await().until(() -> two.asked().contains(tenantId));
    assertThat(two.got().size()).isLessThan(400);
    one.awaitStreams(1);
    one.fanout().toAgents(tenantId, "after it");
    await().until(() -> two.got().contains("agents " + tenantId + " after it"));
  }

  @Test
  void replicasThatKnowAllByOneNameLeaveThemselvesOut() {
    Replica one = started(Replica.knowing("nobody.invalid:1"));
    Replica two = started(Replica.knowing(one.address()));
    Replica three = started(Replica.knowing(one.address(), two.address()));
    started.forEach(each -> each.awaitStreams(2));

    three.arrives(agent);
    one.fanout().toAgents(tenantId, "once");
    two.fanout().toAgents(tenantId, "twice");

    await().until(() -> three.got().size() == 2);
    assertThat(three.got())
        .containsExactlyInAnyOrder("agents " + tenantId + " once", "agents " + tenantId + " twice");
  }

  @Test
  void aStrangerWhoTalksTooMuchIsSentAway() throws Exception {
    Replica one = started(Replica.knowing("nobody.invalid:1"));
    Vertx vertx = Vertx.vertx();
    AtomicBoolean closed = new AtomicBoolean();
    try {
      NetSocket socket =
          vertx
              .createNetClient()
              .connect(one.port(), "127.0.0.1")
              .toCompletionStage()
              .toCompletableFuture()
              .get(10, TimeUnit.SECONDS);
      socket.closeHandler(gone -> closed.set(true));
      socket.write(Buffer.buffer().appendInt(1_000_000));
      await().untilTrue(closed);
    } finally {
      vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }
  }

  @Test
  void provingOneSideProvesNothingOfTheOther() {
    Handshake handshake = new Handshake(Replica.SECRET);
    byte[] challenge = Handshake.nonce();
    byte[] nonce = Handshake.nonce();
    byte[] claims = OutgoingStream.claims(UUID.randomUUID(), 8092);
    byte[] proof = handshake.proof(Handshake.Side.DIALS, challenge, nonce, claims);

    assertThat(handshake.proves(proof, Handshake.Side.DIALS, challenge, nonce, claims)).isTrue();
    assertThat(handshake.proves(proof, Handshake.Side.ANSWERS, challenge, nonce, claims)).isFalse();
    assertThat(handshake.proves(proof, Handshake.Side.DIALS, nonce, challenge, claims)).isFalse();
    byte[] other = Arrays.copyOf(claims, claims.length);
    other[0]++;
    assertThat(handshake.proves(proof, Handshake.Side.DIALS, challenge, nonce, other)).isFalse();
  }
}
