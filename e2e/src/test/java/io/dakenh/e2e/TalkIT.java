package io.dakenh.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import io.dakenh.contracts.rows.Rows;
import io.dakenh.e2e.browser.Browsers;
import io.dakenh.e2e.browser.DeskPage;
import io.dakenh.e2e.browser.WidgetPage;
import io.dakenh.e2e.suite.Business;
import io.dakenh.e2e.suite.SuiteUnderTest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The main job: a visitor writes, an agent joins, they talk. */
class TalkIT {
  private Browsers browsers;

  @BeforeEach
  void openBrowsers() {
    browsers = new Browsers();
  }

  @AfterEach
  void nobodySawAScriptError() {
    try {
      assertThat(browsers.pageErrors()).isEmpty();
    } finally {
      browsers.close();
    }
  }

  @Test
  @Rows(part = "TALK-11")
  void aVisitorAndAnAgentTalkBothWays() {
    // Given
    Business business = Business.create(SuiteUnderTest.get(), 1);
    Business.Person binh = business.agents().getFirst();
    DeskPage desk = DeskPage.signIn(browsers.person("vi-VN"), business, binh);
    WidgetPage widget = WidgetPage.visit(browsers.phone("vi-VN"), business).open();

    // When
    widget.start("Chị Hương", "Shop ơi, còn hoa hướng dương không ạ? 🌻");
    desk.join();
    widget.awaitJoined(binh.name());
    desk.awaitMessage("Shop ơi, còn hoa hướng dương không ạ? 🌻");
    desk.say("Dạ còn ạ, chị lấy mấy bông? 😊");
    widget.awaitMessage("Dạ còn ạ, chị lấy mấy bông? 😊");
    widget.say("Mười bông, gói giấy kraft nhé. Giao trước 9 giờ được không?");
    desk.awaitMessage("Mười bông, gói giấy kraft nhé. Giao trước 9 giờ được không?");

    // Then
    List<String> conversation =
        List.of(
            "Shop ơi, còn hoa hướng dương không ạ? 🌻",
            "Dạ còn ạ, chị lấy mấy bông? 😊",
            "Mười bông, gói giấy kraft nhé. Giao trước 9 giờ được không?");
    desk.page().screenshot(shot("talk-desk"));
    widget.page().screenshot(shot("talk-widget-phone"));
    assertThat(desk.messages()).isEqualTo(conversation);
    assertThat(widget.messages()).isEqualTo(conversation);
  }

  @Test
  @Rows("DEP-3")
  void ofThreeAgentsWhoJoinAtOnceExactlyOneWins() {
    // Given
    Business business = Business.create(SuiteUnderTest.get(), 3);
    List<DeskPage> desks =
        business.agents().stream()
            .map(agent -> DeskPage.signIn(browsers.person("vi-VN"), business, agent))
            .toList();
    WidgetPage widget = WidgetPage.visit(browsers.person("vi-VN"), business).open();
    widget.start("Anh Tuấn", "Cho tôi hỏi giá bó hồng đỏ");
    desks.forEach(desk -> desk.joinButton().waitFor());

    // When
    desks.forEach(
        desk ->
            desk.joinButton()
                .evaluate("button => setTimeout(() => button.click(), 300 - (Date.now() % 300))"));

    // Then
    await("exactly one desk in the conversation and no offer left anywhere")
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                desks.stream().filter(desk -> desk.composer().isVisible()).count() == 1
                    && desks.stream().allMatch(desk -> desk.offers().count() == 0));
  }

  private static Page.ScreenshotOptions shot(String name) {
    return new Page.ScreenshotOptions().setPath(Path.of("target/screenshots", name + ".png"));
  }
}
