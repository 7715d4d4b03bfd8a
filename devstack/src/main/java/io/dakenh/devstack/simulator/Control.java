package io.dakenh.devstack.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dakenh.devstack.simulator.core.Reply;
import io.dakenh.devstack.simulator.core.Request;
import io.dakenh.devstack.simulator.core.World;
import io.dakenh.devstack.simulator.facebook.FacebookSimulator;
import io.dakenh.devstack.simulator.zalo.ZaloSimulator;
import java.time.Duration;
import java.util.Map;

/**
 * What real providers do not have, all under {@code /_control}: {@code POST facebook/tokens},
 * {@code zalo/tokens}, {@code facebook/pages}, {@code zalo/oas} make things known; {@code POST
 * {provider}/fault} with {@code {"status": 503}} breaks a provider until a status of 0; {@code POST
 * faults} adds a rule, {@code DELETE faults} ends all; {@code POST clock} with {@code {"advance":
 * "PT49H"}} lets time pass; {@code POST app} sets the addresses the app's owner entered; {@code
 * POST {provider}/act} plays a customer; {@code GET state}, {@code requests?path=}, {@code
 * deliveries} tell.
 */
final class Control {
  private final World world;
  private final FacebookSimulator facebook;
  private final ZaloSimulator zalo;

  Control(World world, FacebookSimulator facebook, ZaloSimulator zalo) {
    this.world = world;
    this.facebook = facebook;
    this.zalo = zalo;
  }

  Reply handle(Request request) {
    JsonNode order = request.json();
    switch (request.method() + " " + request.path().substring("/_control/".length())) {
      case "POST facebook/tokens" -> facebook.seed(order);
      case "POST facebook/pages" -> facebook.page(order);
      case "POST zalo/tokens" -> zalo.seed(order);
      case "POST zalo/oas" -> zalo.oa(order);
      case "POST facebook/fault" -> broken("facebook", order);
      case "POST zalo/fault" -> broken("zalo", order);
      case "POST faults" -> world.faults().add(order);
      case "DELETE faults" -> world.faults().clear();
      case "POST clock" -> world.clock().advance(Duration.parse(order.path("advance").asText()));
      case "POST app" ->
          order
              .properties()
              .forEach(entry -> world.settings().put(entry.getKey(), entry.getValue().asText()));
      case "POST facebook/act" -> {
        return Reply.json(200, facebook.act(order));
      }
      case "POST zalo/act" -> {
        return Reply.json(200, zalo.act(order));
      }
      case "GET state" -> {
        ObjectNode state = World.object().put("now", world.clock().instant().toString());
        state.set("facebook", facebook.view());
        state.set("zalo", zalo.view());
        return Reply.json(200, state);
      }
      case "GET requests" -> {
        return Reply.json(200, world.journal().requests(request.parameter("path")));
      }
      case "GET deliveries" -> {
        return Reply.json(200, world.journal().deliveries());
      }
      case "DELETE journal" -> world.journal().clear();
      default -> {
        return Reply.json(404, Map.of("error", "no such order"));
      }
    }
    return Reply.none();
  }

  private void broken(String provider, JsonNode order) {
    world.settings().put("broken." + provider, order.path("status").asText("0"));
  }

  /** The status a provider answers everything with; 0 while it works. */
  int broken(String provider) {
    return Integer.parseInt(world.settings().getOrDefault("broken." + provider, "0"));
  }
}
