package io.dakenh.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.dakenh.contracts.rows.Rows;
import io.dakenh.devstack.suite.SuiteClient;
import io.dakenh.e2e.browser.Browsers;
import io.dakenh.e2e.browser.WidgetPage;
import io.dakenh.e2e.suite.Belongings;
import io.dakenh.e2e.suite.Business;
import io.dakenh.e2e.suite.OperatorPerson;
import io.dakenh.e2e.suite.SuiteUnderTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An operator erases a business through all services, and holds the receipt. */
class ErasureIT {
  private static final String REPORTS = "/api/livetalk/v1/reports";
  private static final double SOON_MILLISECONDS = 30_000;

  private final SuiteUnderTest suite = SuiteUnderTest.get();
  private final SuiteClient client = suite.client();
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
  @Rows(part = {"TEN-3", "GEN-1"})
  void aBusinessIsErasedEverywhereAndAnotherStaysAsItIs() {
    // Conversation, upload, webhook, key, note, label: of both.
    Business leaving = Business.create(suite, 1);
    Belongings.of(leaving);
    String key = leaving.key("reports:read");
    Business staying = Business.create(suite, 1);
    Belongings kept = Belongings.of(staying);
    assertThat(status(key, REPORTS)).isEqualTo(200);
    String stayingKey = staying.key("conversations:read");
    String name =
        client
            .get(suite.operatorToken(), "/api/config/v1/tenants/" + leaving.id())
            .successful()
            .body()
            .path("name")
            .asText();

    Page page = browsers.person("vi-VN");
    signIn(page, OperatorPerson.create(suite, browsers.requests()));
    Locator search = page.getByRole(AriaRole.SEARCHBOX, named("Tên, mã hoặc khóa widget"));
    search.fill(leaving.id());
    search.press("Enter");
    Locator row = page.getByTestId("operated-tenant");
    assertThat(row).hasCount(1);
    assertThat(row.getByRole(AriaRole.BUTTON, in("Xoá vĩnh viễn"))).hasCount(0);
    row.getByRole(AriaRole.BUTTON, in("Tạm ngưng")).click();
    page.getByLabel("Lý do").fill("Chủ yêu cầu xoá");
    page.getByRole(AriaRole.DIALOG).getByRole(AriaRole.BUTTON, in("Tạm ngưng")).click();

    row.getByRole(AriaRole.BUTTON, in("Xoá vĩnh viễn")).click();
    Locator dialog = page.getByRole(AriaRole.DIALOG);
    Locator confirm = dialog.getByRole(AriaRole.BUTTON, in("Xoá vĩnh viễn"));
    page.getByLabel("Lý do").fill("Chủ yêu cầu xoá");
    assertThat(confirm).isDisabled();
    page.getByLabel("Gõ đúng tên doanh nghiệp").fill(name);
    confirm.click();

    // Every service answers, and the receipt can be had.
    assertThat(page.getByRole(AriaRole.BUTTON, named("Tải biên nhận")))
        .isEnabled(new LocatorAssertions.IsEnabledOptions().setTimeout(SOON_MILLISECONDS));
    Locator services = page.getByTestId("erased-service");
    assertThat(services).hasCount(7);
    assertThat(services.filter(new Locator.FilterOptions().setHasText("Đã xoá"))).hasCount(7);
    assertThat(services.filter(new Locator.FilterOptions().setHasText("livetalk-service")))
        .containsText("conversation: 1");
    assertThat(
            page.waitForDownload(
                    () -> page.getByRole(AriaRole.BUTTON, named("Tải biên nhận")).click())
                .suggestedFilename())
        .isEqualTo("erasure-" + leaving.id() + ".json");

    // Nothing of it answers any more.
    assertThat(status(suite.operatorToken(), "/api/config/v1/tenants/" + leaving.id()))
        .isEqualTo(404);
    assertThat(status(null, "/api/config/v1/public/widgets/" + leaving.widgetKey())).isEqualTo(404);
    assertThat(status(key, REPORTS)).isEqualTo(401);
    Page owner = browsers.person("vi-VN");
    owner.navigate(suite.url() + "/");
    owner.locator("#username").fill(leaving.owner().email());
    owner.locator("#kc-login").click();
    owner.locator("#password").fill(leaving.owner().password());
    owner.locator("#kc-login").click();
    assertThat(owner.locator("#input-error-password")).isVisible();

    // The other one is as it was.
    assertThat(
            client
                .get(
                    stayingKey,
                    "/api/livetalk/v1/conversations/" + kept.at("livetalk /api/v1/conversations"))
                .status())
        .isEqualTo(200);
    assertThat(status(staying.token(staying.owner()), "/api/livetalk/v1/webhooks")).isEqualTo(200);
    WidgetPage visitor = WidgetPage.visit(browsers.person("vi-VN"), staying);
    assertThat(visitor.launcher()).isVisible();
  }

  private int status(String token, String path) {
    return client.get(token, path).status();
  }

  private void signIn(Page page, OperatorPerson person) {
    page.navigate(suite.url() + "/");
    page.locator("#username").fill(person.email());
    page.locator("#kc-login").click();
    page.locator("#password").fill(person.password());
    page.locator("#kc-login").click();
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }

  private static Locator.GetByRoleOptions in(String name) {
    return new Locator.GetByRoleOptions().setName(name);
  }
}
