package io.dakenh.benchmarks.product;

import io.dakenh.benchmarks.driver.Endpoint;
import io.dakenh.benchmarks.driver.Target;
import io.dakenh.benchmarks.product.TalkStage.Desk;
import io.dakenh.benchmarks.product.TalkStage.Place;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The suite that runs here. Sockets go straight to livetalk, as they would behind an ingress, or
 * through the development gateway.
 */
public final class SuiteTarget implements Target {
  private final RunningSuite suite;
  private final TalkStage stage;
  private final boolean throughGateway;

  private SuiteTarget(RunningSuite suite, TalkStage stage, boolean throughGateway) {
    this.suite = suite;
    this.stage = stage;
    this.throughGateway = throughGateway;
  }

  /** Makes a business per agent and opens the conversations, all through the public API. */
  public static SuiteTarget prepare(
      RunningSuite suite, int rooms, int agents, boolean throughGateway) {
    return new SuiteTarget(suite, TalkStage.prepare(suite, rooms, agents), throughGateway);
  }

  @Override
  public String name() {
    return "suite";
  }

  @Override
  public Rooms rooms(int rooms, int agents) {
    List<Desk> desks = stage.desks();
    List<Room> places = new ArrayList<>();
    for (int i = 0; i < rooms; i++) {
      Place place = desks.get(i % desks.size()).places().get(i / desks.size());
      places.add(new Room(place.conversationId(), endpoint("/ws/visitor", place.visitorToken())));
    }
    List<Endpoint> agentSockets =
        desks.stream().map(desk -> endpoint("/ws/agent", desk.token().get())).toList();
    return new Rooms(places, agentSockets);
  }

  private Endpoint endpoint(String path, String token) {
    int port =
        throughGateway
            ? suite.origin().getPort()
            : suite.ports().getOrDefault("livetalk", suite.origin().getPort());
    return new Endpoint(
        new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port),
        path,
        token,
        suite.origin().toString());
  }

  @Override
  public Set<Long> serverPids() {
    return suite.pids();
  }

  /** The suite goes on; what was made for the measurement stays in it. */
  @Override
  public void close() {}
}
