package io.dakenh.livetalk.call;

import static io.dakenh.livetalk.support.SocketClient.request;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dakenh.contracts.billing.EntitlementChanged;
import io.dakenh.contracts.event.EventCatalog;
import io.dakenh.contracts.livetalk.CallEnded;
import io.dakenh.contracts.routing.CallAllocated;
import io.dakenh.devstack.test.FreshTenant.Person;
import io.dakenh.livetalk.support.Business;
import io.dakenh.livetalk.support.SocketClient;
import java.time.Instant;
import java.util.UUID;

/** One call of one visitor, driven from outside. */
final class Calling {
  final UUID id = UUID.randomUUID();
  final UUID conversation;
  private final Business shop;
  private final SocketClient visitor;

  Calling(Business shop, SocketClient visitor) {
    this(shop, visitor, visitor.open("Cho em gọi với"));
  }

  private Calling(Business shop, SocketClient visitor, UUID conversation) {
    this.shop = shop;
    this.visitor = visitor;
    this.conversation = conversation;
  }

  ObjectNode startFrame(UUID callId, String media) {
    return request("call-start")
        .put("callId", callId.toString())
        .put("conversationId", conversation.toString())
        .put("media", media);
  }

  void start(String media) {
    assertThat(visitor.ask(startFrame(id, media)).path("type").asText()).isEqualTo("ack");
  }

  /** An agent calls the visitor back. */
  Calling back(SocketClient desk, String media) {
    Calling back = new Calling(shop, visitor, conversation);
    JsonNode answer = desk.ask(back.startFrame(back.id, media));
    assertThat(answer.path("type").asText()).as("%s", answer).isEqualTo("ack");
    return back;
  }

  /** Routing says that the agent accepted. */
  UUID allocate(Person agent) {
    UUID claim = UUID.randomUUID();
    shop.events()
        .publish(
            EventCatalog.CALL_ALLOCATED,
            id.toString(),
            shop.id(),
            new CallAllocated(
                shop.id(),
                id,
                conversation,
                claim,
                agent.id(),
                shop.departmentId(),
                Instant.now()));
    return claim;
  }

  /** Takes a place; waits until routing's word has come, if that is what it takes. */
  String join(SocketClient who) {
    who.await(
        each ->
            each.path("call").path("id").asText().equals(id.toString())
                || each.path("calls").toString().contains(id.toString()));
    JsonNode seat = who.ask(frame("call-join"));
    assertThat(seat.path("type").asText()).as("%s", seat).isEqualTo("ack");
    assertThat(seat.path("ice").path("servers").isArray()).isTrue();
    return seat.path("seat").asText();
  }

  /** The browser says that media flows. */
  void connect(SocketClient who, String seat) {
    who.send(
        SocketClient.frame("call-beat")
            .put("callId", id.toString())
            .put("seat", seat)
            .put("connected", true)
            .put("microphone", true)
            .put("camera", false));
  }

  /** A call that is on; gives the agent's seat. */
  String connected(SocketClient desk, Person agent) {
    start("audio");
    allocate(agent);
    join(visitor);
    String seat = join(desk);
    connect(desk, seat);
    state(visitor, "connected");
    return seat;
  }

  ObjectNode frame(String type) {
    return request(type).put("callId", id.toString());
  }

  ObjectNode signal(String from, String to, String sdp) {
    ObjectNode signal =
        SocketClient.frame("call-signal")
            .put("callId", id.toString())
            .put("seat", from)
            .put("to", to);
    signal.putObject("description").put("type", "offer").put("sdp", sdp);
    return signal;
  }

  /** Waits until the call is shown in this state. */
  JsonNode state(SocketClient who, String state) {
    return who.await(
            each ->
                each.path("type").asText().equals("call")
                    && each.path("call").path("id").asText().equals(id.toString())
                    && each.path("call").path("state").asText().equals(state))
        .get("call");
  }

  CallEnded ended() {
    return shop.events()
        .await(EventCatalog.CALL_ENDED, shop.id(), each -> each.callId().equals(id));
  }

  /** Billing says that nothing is left. */
  void exhaust() {
    shop.events()
        .publish(EventCatalog.ENTITLEMENT_CHANGED, shop.id().toString(), shop.id(), entitlement());
  }

  private EntitlementChanged entitlement() {
    return new EntitlementChanged(
        shop.id(), 1, "trial", "2026-11", 6000, 0, 0, Instant.now(), 0L, "exhausted", "finish");
  }
}
