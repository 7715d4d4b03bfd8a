package io.dakenh.devstack.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortPlanTest {
  @Test
  void placesEverythingAfterTheGateway() {
    PortPlan plan = new PortPlan(9000);

    assertThat(plan.needed(true).values())
        .containsExactly(
            9000, 9001, 9002, 9003, 9004, 9005, 9006, 9010, 9011, 9014, 9013, 9012, 9015, 9016,
            9017, 9018);
    assertThat(plan.service(Service.LIVETALK)).isEqualTo(9002);
    assertThat(plan.providerSimulators()).isEqualTo(9016);
  }

  @Test
  void needsNoPortsForServersOfOthers() {
    assertThat(new PortPlan(9000).needed(false)).doesNotContainKeys("postgres", "kafka", "mongo");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 80, 65_530, -1})
  void refusesABaseThatLeavesNoRoom(int base) {
    assertThatThrownBy(() -> new PortPlan(base))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("--port-base");
  }
}
