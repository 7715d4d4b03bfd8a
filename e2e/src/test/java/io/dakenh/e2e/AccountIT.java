package io.dakenh.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.dakenh.contracts.rows.Rows;
import io.dakenh.e2e.browser.Browsers;
import io.dakenh.e2e.suite.Business;
import io.dakenh.e2e.suite.SuiteUnderTest;
import io.dakenh.e2e.suite.TimeCode;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people do with their own sign-in: a forgotten password, and a second factor. */
class AccountIT {
  private static final String NEW_PASSWORD = "sen hồng tháng sáu";
  private static final Pattern LINK = Pattern.compile("https?://\\S+/login-actions/\\S+");

  private final SuiteUnderTest suite = SuiteUnderTest.get();
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
  @Rows(part = {"TEN-1", "TEN-2"})
  void aForgottenPasswordIsReplacedByALinkInALetterAndASecondFactorGuardsTheNextSignIn() {
    Business business = Business.create(suite, 0);
    String email = business.owner().email();

    // Forgotten: the login page leads to a letter, and the letter to a new password.
    Page page = browsers.person("vi-VN");
    page.navigate(suite.url() + "/");
    page.locator("#username").fill(email);
    page.locator("#kc-login").click();
    page.getByRole(AriaRole.LINK, named("Quên mật khẩu")).click();
    page.locator("#kc-reset-password-form [type=submit]").click();
    Matcher link = LINK.matcher(suite.mailbox(email).await(1).text());
    assertThat(link.find()).isTrue();
    page.navigate(link.group());
    page.locator("#password-new").fill(NEW_PASSWORD);
    page.locator("#password-confirm").fill(NEW_PASSWORD);
    page.locator("[type=submit]").first().click();
    page.waitForURL(ours());
    assertThat(page.getByTestId("account-menu")).isVisible();

    // Switched on from the account menu; Keycloak shows what the app has to know.
    page.getByTestId("account-menu").click();
    page.getByRole(AriaRole.BUTTON, named("Xác thực hai lớp")).click();
    page.locator("#mode-manual").click();
    TimeCode codes = TimeCode.of(page.locator("#kc-totp-secret-key").innerText());
    Instant now = Instant.now();
    page.locator("#totp").fill(codes.at(now));
    page.locator("#userLabel").fill("Điện thoại của tôi");
    page.locator("#saveTOTPBtn").click();
    page.waitForURL(ours());
    assertThat(page.getByTestId("account-menu")).isVisible();

    // From now on the new password alone is not enough.
    Page elsewhere = browsers.person("vi-VN");
    elsewhere.navigate(suite.url() + "/");
    elsewhere.locator("#username").fill(email);
    elsewhere.locator("#kc-login").click();
    elsewhere.locator("#password").fill(NEW_PASSWORD);
    elsewhere.locator("#kc-login").click();
    Locator code = elsewhere.locator("#otp");
    code.fill("000000");
    elsewhere.locator("#kc-login").click();
    assertThat(elsewhere.getByText("Mã xác thực không hợp lệ.")).isVisible();
    // A code counts once, and the next one counts already.
    code.fill(codes.at(now.plusSeconds(TimeCode.PERIOD_SECONDS)));
    elsewhere.locator("#kc-login").click();
    elsewhere.waitForURL(ours());
    assertThat(elsewhere.getByTestId("account-menu")).isVisible();
  }

  private Pattern ours() {
    return Pattern.compile(Pattern.quote(suite.url()) + "/(?!auth).*");
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }
}
