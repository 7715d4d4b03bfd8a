package io.dakenh.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.dakenh.contracts.rows.Rows;
import io.dakenh.e2e.browser.Browsers;
import io.dakenh.e2e.browser.SettingsPage;
import io.dakenh.e2e.browser.WidgetPage;
import io.dakenh.e2e.suite.Business;
import io.dakenh.e2e.suite.SuiteUnderTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What an owner sets and applies in the console shows in a widget that is open on a website, within
 * two seconds and without a reload.
 */
class ConfigurationIT {
  private static final int LIVE_MILLIS = 2_000;

  private Browsers browsers;
  private Business business;
  private SettingsPage console;
  private WidgetPage widget;

  @BeforeEach
  void openConsoleAndWidget() {
    browsers = new Browsers();
    business = Business.create(SuiteUnderTest.get(), 1);
    console = SettingsPage.signIn(browsers.person("vi-VN"), business);
    widget = WidgetPage.visit(browsers.person("vi-VN"), business).open();
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
  @Rows("GEN-4")
  void aDraftIsSeenByNobodyUntilItIsAppliedAndAVersionComesBackWithOneClick() {
    // Given
    Locator heading = widget.window().getByRole(AriaRole.HEADING).first();
    console.open("window").write("/title", "Bản thứ nhất").apply();
    assertThat(heading).hasText("Bản thứ nhất", within());

    // When
    console.write("/title", "Bản thứ hai").saveDraft();

    // Then
    widget.page().reload();
    assertThat(heading).hasText("Bản thứ nhất");
    console.apply();
    assertThat(heading).hasText("Bản thứ hai", within());

    // And back to the first one
    console.button("Lịch sử").click();
    console.button("Khôi phục phiên bản 1").click();
    console.page().waitForResponse(answer -> answer.url().endsWith("/restore"), this::confirm);
    assertThat(heading).hasText("Bản thứ nhất", within());

    // And of two owners at once the later one sees both
    SettingsPage other = SettingsPage.signIn(browsers.person("vi-VN"), business).open("window");
    console.open("window");
    console.write("/title", "Của anh Nam");
    other.write("/title", "Của chị Mai").apply();
    console.button("Áp dụng").click();
    Locator conflict = console.page().getByRole(AriaRole.DIALOG);
    assertThat(conflict).containsText("Của chị Mai");
    assertThat(conflict).containsText("Của anh Nam");
    assertThat(heading).hasText("Của chị Mai");
  }

  private void confirm() {
    console.button("Khôi phục").last().click();
  }

  private static LocatorAssertions.HasTextOptions within() {
    return new LocatorAssertions.HasTextOptions().setTimeout(LIVE_MILLIS);
  }
}
