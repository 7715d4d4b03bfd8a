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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A part dies in the middle of a talk and comes back: everything said is there once, in order, on
 * both screens, without a reload.
 */
@Isolated
class SurvivalIT {
  private static final int MESSAGES_PER_PHASE = 5;

  private Browsers browsers;

  @BeforeEach
  void openBrowsers() {
    browsers = new Browsers();
  }

  @AfterEach
  void closeBrowsers() {
    browsers.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"livetalk", "routing", "kafka", "postgres"})
  @Rows(part = "TALK-11")
  void nothingIsLostRepeatedOrReordered(String part) {
    // Given
    SuiteUnderTest suite = SuiteUnderTest.get();
    Business business = Business.create(suite, 1);
    DeskPage desk =
        DeskPage.signIn(browsers.person("vi-VN"), business, business.agents().getFirst());
    WidgetPage widget = WidgetPage.visit(browsers.person("vi-VN"), business).open();
    widget.start("Khách " + part, "Bắt đầu");
    desk.join();
    desk.awaitMessage("Bắt đầu");
    desk.page().evaluate("() => { window.neverReloaded = true; }");
    widget.page().evaluate("() => { window.neverReloaded = true; }");
    List<String> said = new ArrayList<>(List.of("Bắt đầu"));

    // When
    said.addAll(talk(widget, desk, "trước"));
    suite.kill9(part);
    List<String> duringByVisitor = say(widget, "khách, lúc sập");
    List<String> duringByAgent = say(desk, "nhân viên, lúc sập");
    suite.awaitReady(part);
    desk.awaitAllSent();
    widget.awaitAllSent();
    List<String> after = talk(widget, desk, "sau");

    // Then
    int expected = said.size() + duringByVisitor.size() + duringByAgent.size() + after.size();
    await("both screens to show everything")
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () -> {
              assertThat(desk.messages()).hasSize(expected);
              assertThat(widget.messages()).hasSize(expected);
            });
    List<String> shown = desk.messages();
    assertThat(widget.messages()).isEqualTo(shown);
    assertThat(shown).doesNotHaveDuplicates();
    assertThat(shown)
        .containsSubsequence(said)
        .containsSubsequence(duringByVisitor)
        .containsSubsequence(duringByAgent)
        .endsWith(after.toArray(String[]::new));
    assertThat(desk.page().evaluate("window.neverReloaded")).isEqualTo(true);
    assertThat(widget.page().evaluate("window.neverReloaded")).isEqualTo(true);
    suite.awaitIdentity();
  }

  @ParameterizedTest
  @ValueSource(strings = {"routing", "kafka"})
  @Rows(part = {"DEP-3", "DEP-7"})
  void aVisitorWhoComesDuringTheOutageIsOfferedAfterIt(String part) {
    // Given
    SuiteUnderTest suite = SuiteUnderTest.get();
    Business business = Business.create(suite, 1);
    DeskPage desk =
        DeskPage.signIn(browsers.person("vi-VN"), business, business.agents().getFirst());
    WidgetPage widget = WidgetPage.visit(browsers.person("vi-VN"), business).open();

    // When
    suite.kill9(part);
    widget.start("Khách lúc sập", "Có ai không?");

    // Then
    desk.offers()
        .first()
        .waitFor(new com.microsoft.playwright.Locator.WaitForOptions().setTimeout(90_000));
    desk.join();
    desk.awaitMessage("Có ai không?");
  }

  private static List<String> talk(WidgetPage widget, DeskPage desk, String phase) {
    List<String> said = new ArrayList<>();
    for (int index = 1; index <= MESSAGES_PER_PHASE; index++) {
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

  private static List<String> say(WidgetPage widget, String phase) {
    List<String> said = texts(phase);
    said.forEach(widget::say);
    return said;
  }

  private static List<String> say(DeskPage desk, String phase) {
    List<String> said = texts(phase);
    said.forEach(desk::say);
    return said;
  }

  private static List<String> texts(String phase) {
    List<String> texts = new ArrayList<>();
    for (int index = 1; index <= MESSAGES_PER_PHASE; index++) {
      texts.add("Tin của " + phase + " " + index);
    }
    return texts;
  }
}
