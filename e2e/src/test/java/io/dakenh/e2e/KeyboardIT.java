package io.dakenh.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.dakenh.contracts.rows.Rows;
import io.dakenh.e2e.browser.Browsers;
import io.dakenh.e2e.browser.DeskPage;
import io.dakenh.e2e.browser.Keyboard;
import io.dakenh.e2e.browser.SettingsPage;
import io.dakenh.e2e.browser.WidgetPage;
import io.dakenh.e2e.suite.Business;
import io.dakenh.e2e.suite.SuiteUnderTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The console and the talk for those who use no mouse. */
class KeyboardIT {
  private static final List<String> PAGES =
      List.of(
          "settings/departments",
          "settings/sounds",
          "settings/canned-messages",
          "settings/popups",
          "settings/sequences",
          "settings/button",
          "settings/window",
          "settings/interaction-buttons",
          "settings/links",
          "settings/integration",
          "settings/audit",
          "settings/channels",
          "staff",
          "minutes",
          "referral",
          "desk");

  private Browsers browsers;
  private Business business;

  @BeforeEach
  void openBrowsers() {
    browsers = new Browsers();
    business = Business.create(SuiteUnderTest.get(), 1);
  }

  @AfterEach
  void closeBrowsers() {
    browsers.close();
  }

  @Test
  void tabComesToEverythingOnEveryPage() {
    Page page = browsers.person("vi-VN");
    DeskPage.signIn(page, business, business.owner());
    List<String> missed = new ArrayList<>();
    for (String path : PAGES) {
      page.navigate(business.suite().url() + "/" + path);
      page.locator("main h1").first().waitFor();
      page.locator(".ant-skeleton").first().waitFor(Browsers.gone());
      Set<String> unreachable = new Keyboard(page).unreachable();
      unreachable.forEach(stop -> missed.add(path + ": " + stop));
    }
    assertThat(missed).isEmpty();
    assertThat(browsers.pageErrors()).isEmpty();
  }

  @Test
  @Rows(part = {"GEN-2", "WIN-3"})
  void anOwnerChangesTheWindowWithoutAMouse() {
    // Given
    WidgetPage widget = WidgetPage.visit(browsers.person("vi-VN"), business).open();
    Page page = browsers.person("vi-VN");
    SettingsPage console = SettingsPage.signIn(page, business);
    Keyboard keyboard = new Keyboard(page);

    // When
    keyboard.tabTo(navigation(page, "Giao diện trò chuyện")).press("Enter");
    Locator title = console.at("/title").locator("input");
    title.waitFor();
    keyboard.tabTo(title).replace("Chỉ bằng bàn phím");
    keyboard.tabTo(console.button("Áp dụng")).press("Enter");

    // Then
    assertThat(widget.window().getByRole(AriaRole.HEADING).first()).hasText("Chỉ bằng bàn phím");
  }

  @Test
  void aVisitorAndAnAgentTalkWithoutAMouse() {
    // Given
    DeskPage desk =
        DeskPage.signIn(browsers.person("vi-VN"), business, business.agents().getFirst());
    Page visitor = browsers.person("vi-VN");
    WidgetPage widget = WidgetPage.visit(visitor, business);
    Keyboard hands = new Keyboard(visitor);

    // When
    hands.tabTo(widget.launcher()).press("Enter");
    Locator name = widget.window().locator("input[autocomplete='name']");
    name.waitFor();
    hands.tabTo(name).replace("Chị Hương");
    hands.tabTo(widget.window().locator("[data-function='chat']")).press("Enter");
    Locator composer = widget.window().locator(".composer textarea");
    composer.waitFor();
    hands.tabTo(composer).replace("Còn hoa hồng không ạ?").press("Enter");
    desk.offers().first().waitFor();
    Keyboard agent = new Keyboard(desk.page());
    agent.tabTo(desk.joinButton()).press("Enter");

    // Then
    desk.awaitMessage("Còn hoa hồng không ạ?");
    agent.tabTo(desk.composer()).replace("Dạ còn ạ").press("Enter");
    widget.awaitMessage("Dạ còn ạ");
    hands.press("Escape");
    assertThat(widget.panel()).isHidden();
    assertThat(widget.launcher()).isFocused();
    assertThat(browsers.pageErrors()).isEmpty();
  }

  private static Locator navigation(Page page, String label) {
    return page.getByRole(AriaRole.NAVIGATION)
        .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(label).setExact(true));
  }
}
