package io.dakenh.benchmarks.product;

import io.dakenh.benchmarks.product.Conversations.Opened;
import io.dakenh.devstack.suite.SuiteClient;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Conversations that were opened and accepted for a measurement, through the public API only.
 *
 * @param desks one per agent
 */
public record TalkStage(SuiteClient client, List<Desk> desks) {
  /**
   * An agent and the conversations that the agent accepted.
   *
   * @param token a fresh one at each call
   */
  public record Desk(Supplier<String> token, List<Place> places) {}

  /** One conversation. */
  public record Place(String conversationId, String visitorToken) {}

  /** Makes a business per agent and spreads the conversations evenly. */
  public static TalkStage prepare(RunningSuite suite, int rooms, int agents) {
    SuiteClient client = new SuiteClient(suite.origin());
    String operator = client.machineToken("dakenh-operator", suite.operatorSecret());
    List<Business> businesses = new ArrayList<>();
    for (int i = 0; i < agents; i++) {
      businesses.add(Business.create(client, operator));
    }
    List<Opened> opened = new Conversations(client, businesses).open(rooms);
    List<Desk> desks = new ArrayList<>();
    for (int i = 0; i < agents; i++) {
      Business business = businesses.get(i);
      List<Place> places = new ArrayList<>();
      for (int room = i; room < rooms; room += agents) {
        places.add(new Place(opened.get(room).conversationId(), opened.get(room).visitorToken()));
      }
      desks.add(new Desk(() -> business.agentToken(client), List.copyOf(places)));
    }
    return new TalkStage(client, List.copyOf(desks));
  }
}
