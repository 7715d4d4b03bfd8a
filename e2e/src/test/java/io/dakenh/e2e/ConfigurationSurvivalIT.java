package io.dakenh.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.dakenh.contracts.rows.Rows;
import io.dakenh.e2e.browser.Browsers;
import io.dakenh.e2e.browser.SettingsPage;
import io.dakenh.e2e.browser.WidgetPage;
import io.dakenh.e2e.suite.Business;
import io.dakenh.e2e.suite.SuiteUnderTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A part dies around the moment an owner applies a change: nothing of it is lost, and it reaches
 * the widget a visitor has open on a phone without a reload.
 */
@Isolated
class ConfigurationSurvivalIT {
  private static final int RECOVERY_MILLIS = 60_000;

  private static Browsers browsers;
  private static Business business;
  private static SettingsPage console;
  private static WidgetPage widget;

  @BeforeAll
  static void openConsoleAndWidget() {
    browsers = new Browsers();
    business = Business.create(SuiteUnderTest.get(), 1);
    console = SettingsPage.signIn(browsers.person("vi-VN"), business);
    widget = WidgetPage.visit(browsers.phone("vi-VN"), business).open();
    widget.page().evaluate("window.stillTheSamePage = true");
  }

  @AfterAll
  static void closeBrowsers() {
    browsers.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"livetalk", "kafka"})
  @Rows(part = "GEN-3")
  void whatWasAppliedWhileThePartWasAwayComesAfterIt(String part) {
    String title = "Khi " + part + " vắng mặt";
    console.open("window").write("/title", title);

    business.suite().kill9(part);
    console.apply();

    business.suite().awaitReady(part);
    assertThat(title()).hasText(title, within());
    assertThat(widget.page().evaluate("window.stillTheSamePage")).isEqualTo(true);
  }

  @ParameterizedTest
  @ValueSource(strings = {"config", "mongo"})
  @Rows(part = {"GEN-3", "GEN-4"})
  void applyingWhileThePartDiesIsDoneWholeOrTold(String part) {
    String before = title().textContent();
    String title = "Sau khi " + part + " trở lại";
    console.open("window").write("/title", title);

    // When
    business.suite().kill9(part);
    Response answer =
        console
            .page()
            .waitForResponse(
                response ->
                    response.url().contains("/sections/window")
                        && !"GET".equals(response.request().method())
                        && (!response.ok() || response.url().endsWith("/publish")),
                console.button("Áp dụng")::click);

    // Then a part that is back within the request's patience serves it, else the owner is told,
    // and nothing is lost or half applied
    if (!answer.ok()) {
      assertThat(answer.status()).isGreaterThanOrEqualTo(500);
      assertThat(console.page().getByRole(AriaRole.ALERT).first()).isVisible();
      assertThat(console.at("/title").locator("input")).hasValue(title);
      business.suite().awaitReady(part);
      assertThat(title()).hasText(before);

      // And once the part is back, the same click does it
      console.apply();
    }
    assertThat(title()).hasText(title, within());
    assertThat(widget.page().evaluate("window.stillTheSamePage")).isEqualTo(true);
  }

  private static Locator title() {
    return widget.window().getByRole(AriaRole.HEADING).first();
  }

  private static LocatorAssertions.HasTextOptions within() {
    return new LocatorAssertions.HasTextOptions().setTimeout(RECOVERY_MILLIS);
  }
}
