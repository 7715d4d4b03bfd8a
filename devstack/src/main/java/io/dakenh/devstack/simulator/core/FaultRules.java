package io.dakenh.devstack.simulator.core;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/**
 * What goes wrong. A rule matches {@code METHOD /path}, skips some calls, applies to some, perhaps
 * by chance, and says what happens: an error, a status, a delay, a connection that breaks before or
 * after the effect, or a body that is none.
 */
public final class FaultRules {
  private final List<Rule> rules = new CopyOnWriteArrayList<>();

  /** One rule. */
  public record Rule(Pattern where, AtomicInteger skip, AtomicInteger left, JsonNode action) {
    /** Text of the action. */
    public String text(String name) {
      return action.path(name).asText("");
    }

    /** Number of the action. */
    public int number(String name) {
      return action.path(name).asInt();
    }
  }

  /**
   * Adds {@code {endpoint, skip?, times?, chance?, error?, subcode?, status?, delayMilliseconds?,
   * reset?, body?, headers?}}.
   */
  public void add(JsonNode order) {
    rules.add(
        new Rule(
            Pattern.compile(order.path("endpoint").asText(".*")),
            new AtomicInteger(order.path("skip").asInt(0)),
            new AtomicInteger(order.path("times").asInt(Integer.MAX_VALUE)),
            order));
  }

  /** Nothing goes wrong any more. */
  public void clear() {
    rules.clear();
  }

  /** What happens to a call. */
  public Optional<Rule> match(Request request) {
    String call = request.method() + " " + request.path();
    for (Rule rule : rules) {
      if (rule.where().matcher(call).find() && due(rule)) {
        return Optional.of(rule);
      }
    }
    return Optional.empty();
  }

  private static boolean due(Rule rule) {
    double chance = rule.action().path("chance").asDouble(1);
    if (chance < 1 && ThreadLocalRandom.current().nextDouble() >= chance) {
      return false;
    }
    if (rule.skip().getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      return false;
    }
    return rule.left().getAndUpdate(left -> Math.max(0, left - 1)) > 0;
  }
}
