package io.dakenh.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.dakenh.contracts.rows.Rows;
import io.dakenh.e2e.browser.Browsers;
import io.dakenh.e2e.browser.DeskPage;
import io.dakenh.e2e.browser.Ears;
import io.dakenh.e2e.browser.SettingsPage;
import io.dakenh.e2e.browser.WidgetPage;
import io.dakenh.e2e.suite.Business;
import io.dakenh.e2e.suite.SuiteUnderTest;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever is open follows what an owner applies: nobody loads a page again. */
class LiveIT {
  private static final int LIVE_MILLIS = 2_000;
  private static final String MARK = "window.stillTheSamePage = true";

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
  @Rows("GEN-3")
  void widgetDeskAndASecondConsoleFollowWithinTwoSeconds() {
    // Given a widget, a desk in a talk, and the consoles of two owners
    Business business = Business.create(SuiteUnderTest.get(), 1);
    Page agent = browsers.person("vi-VN");
    Ears ears = Ears.at(agent);
    DeskPage desk = DeskPage.signIn(agent, business, business.agents().getFirst()).touch();
    WidgetPage widget = WidgetPage.visit(browsers.person("vi-VN"), business).open();
    widget.start("Chị Hương", "Tiệm còn hoa ly không?");
    desk.join();
    ears.await(1, LIVE_MILLIS);
    SettingsPage first = SettingsPage.signIn(browsers.person("vi-VN"), business);
    SettingsPage second = SettingsPage.signIn(browsers.person("vi-VN"), business);
    first.open("window");
    second.open("window");
    WidgetPage passer = WidgetPage.visit(browsers.person("vi-VN"), business).open();
    List<Page> open = List.of(agent, widget.page(), passer.page(), second.page());
    open.forEach(page -> page.evaluate(MARK));

    // When one owner applies a change of the window
    first.write("/title", "Hoa Mai xin chào").write("/headerColor", "#7c2d12").apply();

    // Then the other console has it, and open widgets, whatever they show
    assertThat(second.at("/title").locator("input")).hasValue("Hoa Mai xin chào", value());
    assertThat(second.page().getByTestId("section-bar")).hasAttribute("data-state", "published");
    Locator heading = passer.window().getByRole(AriaRole.HEADING).first();
    assertThat(heading).hasText("Hoa Mai xin chào");
    assertThat(widget.launcher()).hasCSS("background-color", "rgb(124, 45, 18)");

    // And once more, each by itself against the clock, as none has been waited for before it
    first.write("/title", "Tiệm Mai nghe").apply();
    assertThat(heading).hasText("Tiệm Mai nghe", text());
    first.write("/title", "Mai đây ạ").apply();
    assertThat(second.at("/title").locator("input")).hasValue("Mai đây ạ", value());

    // And a desk has new sounds and new texts
    first.open("sounds").write("/message/volume", "11");
    ears.awaitSettings(first::apply);
    widget.say("Mười bông nhé");
    assertThat(ears.await(2, LIVE_MILLIS).percent()).isEqualTo(11);
    desk.composer().fill("/gio");
    first.open("canned-messages").button("Soạn mẫu đầu tiên").click();
    Locator dialog = first.page().locator("[role='dialog']:visible");
    dialog.getByLabel("Tên mẫu tin nhắn").fill("Giờ mở cửa");
    dialog.locator("textarea").first().fill("Tiệm mở đến 21 giờ ạ.");
    first
        .page()
        .waitForResponse(
            answer ->
                answer.url().endsWith("/canned-messages")
                    && answer.request().method().equals("POST"),
            () ->
                dialog
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Lưu"))
                    .click());
    assertThat(desk.page().getByRole(AriaRole.OPTION))
        .containsText(
            "Giờ mở cửa", new LocatorAssertions.ContainsTextOptions().setTimeout(LIVE_MILLIS));

    // And all this on the pages they had open
    assertThat(open)
        .allSatisfy(page -> assertThat(page.evaluate("window.stillTheSamePage")).isEqualTo(true));
  }

  private static LocatorAssertions.HasValueOptions value() {
    return new LocatorAssertions.HasValueOptions().setTimeout(LIVE_MILLIS);
  }

  private static LocatorAssertions.HasTextOptions text() {
    return new LocatorAssertions.HasTextOptions().setTimeout(LIVE_MILLIS);
  }
}
