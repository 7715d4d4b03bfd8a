package io.dakenh.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import io.dakenh.contracts.rows.Rows;
import io.dakenh.e2e.browser.SettingsPage;
import io.dakenh.e2e.browser.Studio;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** How the widget comes onto a website, is tried, and stays off others. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IntegrationIT {
  private Studio studio;
  private SettingsPage console;

  @BeforeAll
  void open() {
    studio = new Studio(0);
    console = studio.console();
  }

  @AfterAll
  void close() {
    studio.close();
  }

  private String copied(String guide) {
    console.page().getByText(guide, new Page.GetByTextOptions().setExact(true)).click();
    console.button("Sao chép đoạn mã").click();
    assertThat(console.page().getByText("Đã sao chép đoạn mã.").first()).isVisible();
    return (String) console.page().evaluate("navigator.clipboard.readText()");
  }

  @Test
  @Rows({"INT-1", "INT-3"})
  void theSnippetBringsTheWidgetToTheOwnersWebsitesOnly() {
    // Given
    Page page = console.open("integration").page();
    page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
    String key = studio.business().widgetKey();

    // When each guide's snippet is copied, then it names the business and the way there
    String html = copied("HTML");
    assertThat(html).contains("<script", key);
    assertThat(page.locator("main")).containsText("trước thẻ </body>");
    assertThat(copied("Google Tag Manager")).contains("<script", key);
    assertThat(page.locator("main")).containsText("HTML tùy chỉnh");
    assertThat(copied("WordPress")).contains("wp_footer", key);
    assertThat(copied("React")).contains("useEffect", key);
    assertThat(page.locator("main")).containsText(key);

    // And pasted into a page it shows the widget, on every website at first
    Page stranger = website("http://khac.example/", html);
    assertThat(launcher(stranger)).isVisible();

    // And with a list on those websites only
    console.button("Thêm website").click();
    console.write("/allowed/0", "không phải website");
    assertThat(console.refusals()).hasCount(1);
    console.write("/allowed/0", "hoamai.example").apply();
    assertThat(launcher(website("http://hoamai.example/", html))).isVisible();
    stranger.waitForResponse(
        answer -> answer.url().endsWith(key) && answer.status() == 404, stranger::reload);
    assertThat(stranger.locator("dakenh-widget")).hasCount(0);
  }

  private static Locator launcher(Page page) {
    return page.locator("dakenh-widget .launcher");
  }

  /** A website of someone's own, with the snippet before the end of its body. */
  private Page website(String url, String snippet) {
    Page page = studio.browsers().person("vi-VN");
    page.route(
        url,
        route ->
            route.fulfill(
                new Route.FulfillOptions()
                    .setContentType("text/html; charset=utf-8")
                    .setBody("<!doctype html><title>Website</title><body>" + snippet + "</body>")));
    page.navigate(url);
    return page;
  }

  @Test
  @Rows("INT-2")
  void theTrialPageLetsEveryFunctionBeTried() {
    // Given a message for one page
    console.open("popups");
    console.button("Thêm thông điệp").click();
    console
        .write("/items/0/title", "Khuyến mãi")
        .write("/items/0/path", "/uu-dai")
        .write("/items/0/content", "Giảm 10 % hoa cưới hôm nay")
        .write("/items/0/delaySeconds", "1")
        .apply();

    // When the page is opened from the console
    console.open("integration");
    Page trial =
        console
            .page()
            .waitForPopup(
                () ->
                    console
                        .page()
                        .getByRole(
                            AriaRole.LINK,
                            new Page.GetByRoleOptions()
                                .setName("Mở trang dùng thử")
                                .setExact(false))
                        .first()
                        .click());

    // Then the widget is there, and so are pages with their messages, in an app's way too
    assertThat(launcher(trial)).isVisible();
    assertThat(trial.locator("#pages a")).hasCount(4);
    trial.locator("#path").fill("/uu-dai");
    trial.locator("#go button").click();
    assertThat(trial.locator("dakenh-widget .popup")).containsText("Giảm 10 % hoa cưới hôm nay");

    // And every function, each with what happens when it is pressed
    launcher(trial).click();
    FrameLocator window = trial.frameLocator("dakenh-widget iframe");
    for (String function : List.of("chat", "audio", "video")) {
      assertThat(window.locator("[data-function='" + function + "']")).isVisible();
    }
    window.locator("input[autocomplete='name']").fill("Chủ tiệm");
    window.locator("[data-function='chat']").click();
    window.locator(".composer textarea").fill("Thử xem sao");
    window.locator(".composer textarea").press("Enter");
    assertThat(window.locator(".bubble").last()).containsText("Thử xem sao");

    // And the narrow screen of a phone
    trial.locator("#show-phone").click();
    assertThat(trial.frameLocator("#device iframe").locator("dakenh-widget .launcher")).isVisible();
  }
}
