package io.dakenh.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dakenh.contracts.rows.Rows;
import io.dakenh.e2e.browser.Browsers;
import io.dakenh.e2e.browser.DeskPage;
import io.dakenh.e2e.browser.WidgetPage;
import io.dakenh.e2e.suite.Business;
import io.dakenh.e2e.suite.SuiteUnderTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** A visitor's socket on one replica, the agent's on another: nobody notices, not even a kill. */
@Isolated
class ReplicasIT {
  private static final List<String> REPLICAS = List.of("livetalk", "livetalk-2");

  private final SuiteUnderTest suite = SuiteUnderTest.get();
  private Browsers browsers;

  @BeforeEach
  void openBrowsers() {
    Assumptions.assumeTrue(suite.has("livetalk-2"), "the suite runs with one replica");
    REPLICAS.forEach(suite::awaitReady);
    browsers = new Browsers();
  }

  @AfterEach
  void closeBrowsers() {
    if (browsers != null) {
      browsers.close();
    }
  }

  @Test
  @Rows(part = "TALK-11")
  void peopleOnDifferentReplicasTalkAndEitherReplicaMayDie() {
    // Given
    Business business = Business.create(suite, 1);
    DeskPage desk =
        DeskPage.signIn(browsers.person("vi-VN"), business, business.agents().getFirst());
    WidgetPage widget = WidgetPage.visit(browsers.person("vi-VN"), business).open();
    widget.start("Khách hai bên", "Bắt đầu");
    desk.join();
    desk.awaitMessage("Bắt đầu");
    desk.page().evaluate("() => { window.neverReloaded = true; }");
    widget.page().evaluate("() => { window.neverReloaded = true; }");
    String agentsReplica = holderOf("agent");
    assertThat(holderOf("visitor")).isNotEqualTo(agentsReplica);

    // When
    List<String> inOrder = new ArrayList<>(List.of("Bắt đầu"));
    inOrder.addAll(talk(widget, desk, "hai bên"));
    suite.kill9Replica(agentsReplica);
    List<String> whileOneIsGone = both(widget, desk, "mất một");
    desk.awaitAllSent();
    widget.awaitAllSent();
    List<String> onOne = talk(widget, desk, "còn một");
    suite.awaitReady(agentsReplica);
    suite.kill9Replica(holderOf("visitor"));
    List<String> whileTheOtherIsGone = both(widget, desk, "mất bên kia");
    desk.awaitAllSent();
    widget.awaitAllSent();
    List<String> last = talk(widget, desk, "cuối");

    // Then
    int expected =
        inOrder.size()
            + whileOneIsGone.size()
            + onOne.size()
            + whileTheOtherIsGone.size()
            + last.size();
    await("both screens to show everything")
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> {
              assertThat(desk.messages()).hasSize(expected);
              assertThat(widget.messages()).hasSize(expected);
            });
    List<String> shown = desk.messages();
    assertThat(widget.messages()).isEqualTo(shown);
    assertThat(shown).doesNotHaveDuplicates().contains(whileOneIsGone.toArray(String[]::new));
    assertThat(shown).contains(whileTheOtherIsGone.toArray(String[]::new));
    assertThat(shown)
        .containsSubsequence(inOrder)
        .containsSubsequence(onOne)
        .endsWith(last.toArray(String[]::new));
    assertThat(desk.page().evaluate("window.neverReloaded")).isEqualTo(true);
    assertThat(widget.page().evaluate("window.neverReloaded")).isEqualTo(true);
    REPLICAS.forEach(suite::awaitReady);
  }

  /** The one replica that has sockets of this kind of people. */
  private String holderOf(String kind) {
    Pattern sockets =
        Pattern.compile(
            "^dakenh_livetalk_sockets\\{kind=\"" + kind + "\".*} 1\\.0$", Pattern.MULTILINE);
    // People of the scenario before may only just be leaving.
    return await("one replica with the socket of the " + kind)
        .until(
            () ->
                REPLICAS.stream()
                    .filter(each -> sockets.matcher(suite.metrics(each)).find())
                    .toList(),
            holders -> holders.size() == 1)
        .getFirst();
  }

  private static List<String> talk(WidgetPage widget, DeskPage desk, String phase) {
    List<String> said = new ArrayList<>();
    for (int index = 1; index <= 4; index++) {
      String question = "Hỏi " + phase + " " + index;
      widget.say(question);
      desk.awaitMessage(question);
      String answer = "Đáp " + phase + " " + index;
      desk.say(answer);
      widget.awaitMessage(answer);
      said.add(question);
      said.add(answer);
    }
    return said;
  }

  /** Both say something at once, without waiting for each other. */
  private static List<String> both(WidgetPage widget, DeskPage desk, String phase) {
    List<String> said = new ArrayList<>();
    for (int index = 1; index <= 3; index++) {
      said.add("Khách, " + phase + " " + index);
      widget.say(said.getLast());
      said.add("Nhân viên, " + phase + " " + index);
      desk.say(said.getLast());
    }
    return said;
  }
}
