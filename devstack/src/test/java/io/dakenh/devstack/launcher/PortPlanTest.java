package io.dakenh.devstack.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortPlanTest {
  @Test
  void placesEverythingAfterTheGateway() {
    PortPlan plan = new PortPlan(9000);

    assertThat(plan.needed(true, Replicas.parse("1")).values())
        .containsExactly(
            9000, 9001, 9002, 9003, 9004, 9005, 9006, 9010, 9011, 9014, 9013, 9012, 9015, 9016,
            9017, 9018);
    assertThat(plan.service(Service.LIVETALK)).isEqualTo(9002);
    assertThat(plan.providerSimulators()).isEqualTo(9016);
  }

  @Test
  void givesEachReplicaPortsOfItsOwn() {
    PortPlan plan = new PortPlan(9000);
    Map<String, Integer> needed = plan.needed(true, Replicas.parse("3"));

    assertThat(needed)
        .containsEntry("livetalk", 9002)
        .containsEntry("livetalk-2", 9021)
        .containsEntry("livetalk-3", 9027)
        .containsEntry("channels-3", 9031)
        .containsEntry("peers of livetalk-2", 9042);
    assertThat(needed.values()).doesNotHaveDuplicates().allMatch(port -> port <= 9045);
    assertThat(plan.needed(true, Replicas.parse("livetalk=2")))
        .containsKey("livetalk-2")
        .doesNotContainKeys("config-2", "livetalk-3");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "4", "two", "", "livetalk=0", "nobody=2", "livetalk"})
  void refusesWhatIsNoNumberOfReplicas(String text) {
    assertThatThrownBy(() -> Replicas.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("--replicas");
  }

  @Test
  void needsNoPortsForServersOfOthers() {
    assertThat(new PortPlan(9000).needed(false, Replicas.parse("1")))
        .doesNotContainKeys("postgres", "kafka", "mongo");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 80, 65_530, -1})
  void refusesABaseThatLeavesNoRoom(int base) {
    assertThatThrownBy(() -> new PortPlan(base))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("--port-base");
  }
}
