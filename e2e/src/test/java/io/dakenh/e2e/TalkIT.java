package io.dakenh.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.CDPSession;
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
  @Rows("TALK-11")
  void whoWritesSeesHowFarItHasCome() {
    // Given a talk, and someone who looks closely at the desk
    Business business = Business.create(SuiteUnderTest.get(), 1);
    Business.Person binh = business.agents().getFirst();
    DeskPage desk = DeskPage.signIn(browsers.person("vi-VN"), business, binh);
    Page tab = browsers.person("vi-VN");
    WidgetPage widget = WidgetPage.visit(tab, business).open();
    widget.start("Chị Hương", "Tiệm ơi");
    desk.join();
    widget.awaitJoined(binh.name());
    assertThat(widget.receipt()).containsText("Đã xem");
    desk.page().evaluate(WATCH_DELIVERY);

    // When the visitor closes the window and the tab sleeps (nothing in it runs any more), what is
    // written is stored and no more
    widget.launcher().click();
    assertThat(widget.panel()).isHidden();
    CDPSession browser = tab.context().newCDPSession(tab);
    browser.send("Debugger.enable");
    browser.send("Debugger.pause");
    desk.say("Dạ em nghe");
    desk.say("Chị cần gì ạ?");
    desk.awaitAllSent();
    assertThat(desk.delivery()).hasText("Đã gửi");

    // Then it arrives when the tab wakes up, and is read where the visitor reads
    browser.send("Debugger.disable");
    assertThat(desk.delivery()).hasText("Đã nhận");
    Page another = tab.context().newPage();
    tab.close();
    widget = WidgetPage.visit(another, business).open();
    widget.awaitMessage("Chị cần gì ạ?");
    assertThat(desk.delivery()).hasText("Đã xem");
    assertThat(widget.messages()).containsExactly("Tiệm ơi", "Dạ em nghe", "Chị cần gì ạ?");
    assertThat((List<?>) desk.page().evaluate("() => window.states"))
        .map(String::valueOf)
        .containsSubsequence("sending", "sent", "delivered", "read");

    // When the tab is closed, and comes back with the window closed
    widget.launcher().click();
    assertThat(widget.panel()).isHidden();
    another.navigate("about:blank");
    desk.say("Chị ơi?");
    desk.awaitAllSent();
    assertThat(desk.delivery()).hasText("Đã gửi");
    widget = WidgetPage.visit(another, business);
    assertThat(desk.delivery()).hasText("Đã nhận");
    desk.page().reload();
    desk.awaitMessage("Chị ơi?");
    assertThat(desk.delivery()).hasText("Đã nhận");
    widget.open().awaitMessage("Chị ơi?");
    assertThat(desk.delivery()).hasText("Đã xem");

    // And the other way round: the desk is closed, comes back with its lists, and is read
    desk.page().navigate("about:blank");
    widget.say("Cho em một bó hồng");
    widget.awaitAllSent();
    assertThat(widget.receipt()).containsText("Đã gửi");
    desk.page().navigate(business.suite().url() + "/desk?view=closed");
    desk.awaitConnected();
    assertThat(widget.receipt()).containsText("Đã nhận");
    another.reload();
    assertThat(widget.receipt()).containsText("Đã nhận");
    desk.open("mine", "Chị Hương");
    assertThat(widget.receipt()).containsText("Đã xem");
    assertThat(desk.messages())
        .containsExactly("Tiệm ơi", "Dạ em nghe", "Chị cần gì ạ?", "Chị ơi?", "Cho em một bó hồng");
  }

  /** Notes every state in which the last message of the desk's own is seen. */
  private static final String WATCH_DELIVERY =
      """
      () => {
        window.states = [];
        const look = () => {
          const shown = document.querySelectorAll("[data-testid='delivery']");
          const state = shown[shown.length - 1]?.dataset.state;
          if (state !== undefined && state !== window.states.at(-1)) window.states.push(state);
        };
        new MutationObserver(look).observe(document.body, { subtree: true, childList: true, attributes: true });
      }
      """;

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
