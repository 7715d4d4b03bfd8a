package io.dakenh.devstack.simulator.core;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Comparator;

/** Customers and their conversations as JSON, for those who play or check them. */
public final class Views {
  private Views() {}

  /** All of an account. */
  public static ArrayNode customers(Collection<Customer> customers) {
    ArrayNode all = World.object().putArray("customers");
    customers.stream()
        .sorted(Comparator.comparing(Customer::id))
        .forEach(
            customer -> {
              ObjectNode one =
                  all.addObject().put("id", customer.id()).put("name", customer.name());
              ArrayNode lines = one.putArray("lines");
              for (Customer.Line line : customer.lines()) {
                lines
                    .addObject()
                    .put("id", line.id())
                    .put("mine", line.mine())
                    .put("text", line.text())
                    .put("kind", line.kind())
                    .put("at", line.at().toString());
              }
            });
    return all;
  }
}
