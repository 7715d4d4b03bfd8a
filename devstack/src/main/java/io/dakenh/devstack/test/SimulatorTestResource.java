package io.dakenh.devstack.test;

import io.dakenh.devstack.simulator.ProviderSimulators;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Simulated Facebook and Zalo for a Quarkus test, with the settings that make channel-connector
 * call them. {@code dakenh.test.simulators} is their address, for a test's own orders.
 */
public class SimulatorTestResource implements QuarkusTestResourceLifecycleManager {
  private @Nullable ProviderSimulators simulators;

  @Override
  public Map<String, String> start() {
    ProviderSimulators started = ProviderSimulators.start(0);
    simulators = started;
    Map<String, String> settings = new HashMap<>(ProviderSimulators.settings(started.port()));
    settings.put("dakenh.test.simulators", "http://127.0.0.1:" + started.port());
    return settings;
  }

  @Override
  public void stop() {
    if (simulators != null) {
      simulators.close();
    }
  }
}
