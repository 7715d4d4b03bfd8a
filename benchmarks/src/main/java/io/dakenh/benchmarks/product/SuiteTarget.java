package io.dakenh.benchmarks.product;

import io.dakenh.benchmarks.driver.Endpoint;
import io.dakenh.benchmarks.driver.Target;
import io.dakenh.benchmarks.product.Conversations.Opened;
import io.dakenh.devstack.suite.SuiteClient;
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
  private final SuiteClient client;
  private final List<Business> businesses;
  private final List<Opened> opened;
  private final boolean throughGateway;

  private SuiteTarget(
      RunningSuite suite,
      SuiteClient client,
      List<Business> businesses,
      List<Opened> opened,
      boolean throughGateway) {
    this.suite = suite;
    this.client = client;
    this.businesses = businesses;
    this.opened = opened;
    this.throughGateway = throughGateway;
  }

  /** Makes a business per agent and opens the conversations, all through the public API. */
  public static SuiteTarget prepare(
      RunningSuite suite, int rooms, int agents, boolean throughGateway) {
    SuiteClient client = new SuiteClient(suite.origin());
    String operator = client.machineToken("dakenh-operator", suite.operatorSecret());
    List<Business> businesses = new ArrayList<>();
    for (int i = 0; i < agents; i++) {
      businesses.add(Business.create(client, operator));
    }
    List<Opened> opened = new Conversations(client, businesses).open(rooms);
    return new SuiteTarget(suite, client, List.copyOf(businesses), opened, throughGateway);
  }

  @Override
  public String name() {
    return "suite";
  }

  @Override
  public Rooms rooms(int rooms, int agents) {
    List<Room> places = new ArrayList<>();
    for (Opened conversation : opened.subList(0, rooms)) {
      places.add(
          new Room(
              conversation.conversationId(), endpoint("/ws/visitor", conversation.visitorToken())));
    }
    List<Endpoint> desks = new ArrayList<>();
    for (Business business : businesses) {
      desks.add(endpoint("/ws/agent", business.agentToken(client)));
    }
    return new Rooms(places, desks);
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
