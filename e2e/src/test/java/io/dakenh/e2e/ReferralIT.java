package io.dakenh.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.dakenh.contracts.rows.Rows;
import io.dakenh.devstack.suite.SuiteClient;
import io.dakenh.e2e.browser.Browsers;
import io.dakenh.e2e.browser.DeskPage;
import io.dakenh.e2e.browser.WidgetPage;
import io.dakenh.e2e.suite.Business;
import io.dakenh.e2e.suite.SuiteUnderTest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One business brings another, and both gain by it. */
class ReferralIT {
  private static final String PASSWORD = "mat-khau-2026";
  private static final long REWARD = 1800;

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
  @Rows(
      value = {"REF-1", "REF-4"},
      part = {"REF-2", "REF-3", "REF-5", "MIN-3"})
  void aBusinessBringsAnotherAndBothReceiveBonusMinutes() {
    // A copies its link, and somebody follows it.
    Business first = signUp("Tiệm hoa A", null, null);
    Page console = DeskPage.signIn(browsers.person("vi-VN"), first, first.owner()).page();
    console.navigate(suite.url() + "/referral");
    Locator link = console.getByLabel("Đường dẫn giới thiệu", exact());
    assertThat(link).hasValue(Pattern.compile(".*/r/[2-9A-Z]{8}"));
    assertThat(console.getByRole(AriaRole.IMG, named("Mã QR"))).isVisible();
    String address = link.inputValue();
    // Of another device than the owner's: the guard would know it.
    Page visitor = browsers.phone("en-US");
    visitor.navigate(address);
    String code = address.substring(address.lastIndexOf('/') + 1);
    String visit = visitOf(visitor);

    // B signs up by it and handles its first conversation.
    Business second = signUp("Cà phê B", code, visit);
    signUp("Tiệm hoa A hai", code, null, first.owner().email().replace("@", "+hai@"));
    DeskPage desk = DeskPage.signIn(browsers.person("vi-VN"), second, second.owner());
    WidgetPage widget = WidgetPage.visit(browsers.person("vi-VN"), second).open();
    widget.start("Chị Hương", "Quán còn bàn tối nay không ạ?");
    desk.join();
    desk.say("Dạ còn ạ");
    desk.page().getByRole(AriaRole.BUTTON, named("Đóng cuộc trò chuyện")).click();
    desk.page().getByRole(AriaRole.BUTTON, named("Đóng lại")).click();

    // Both have their minutes, and the history says what happened and why.
    awaitBonus(first);
    awaitBonus(second);
    console.reload();
    Locator rows = console.getByTestId("referral-row");
    assertThat(rows).hasCount(2);
    assertThat(rows.filter(text("Cà phê B"))).containsText("Đã thưởng");
    assertThat(rows.filter(text("Cà phê B"))).containsText("+30 phút");
    assertThat(rows.filter(text("Tiệm hoa A hai"))).containsText("cùng một chủ");
    console.screenshot(shot("referral"));
    console.navigate(suite.url() + "/minutes?tab=movements");
    assertThat(console.getByText("Thưởng giới thiệu").first()).isVisible();
  }

  private void awaitBonus(Business business) {
    String owner = business.token(business.owner());
    await("bonus of " + business.id())
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                suite
                        .client()
                        .get(owner, "/api/billing/v1/entitlement")
                        .body()
                        .path("bonusSecondsLeft")
                        .asLong()
                    == REWARD);
  }

  /** The visit travels in the cookie until somebody signs up. */
  private static String visitOf(Page visitor) {
    String cookie =
        visitor.context().cookies().stream()
            .filter(each -> each.name.equals("dakenh_referral"))
            .findFirst()
            .orElseThrow()
            .value;
    return cookie.substring(cookie.indexOf('.') + 1);
  }

  private Business signUp(String name, @Nullable String code, @Nullable String visit) {
    String mark = UUID.randomUUID().toString().substring(24);
    return signUp(name, code, visit, "chu@" + mark + ".test");
  }

  private Business signUp(
      String name, @Nullable String code, @Nullable String visit, String email) {
    SuiteClient client = suite.client();
    ObjectNode tenant = SuiteClient.object().put("name", name).put("locale", "vi");
    if (code != null) {
      tenant.put("referralCode", code);
    }
    if (visit != null) {
      tenant.put("referralVisit", visit);
    }
    tenant
        .putObject("owner")
        .put("name", "Chủ " + name)
        .put("email", email)
        .put("password", PASSWORD);
    JsonNode created =
        client.post(suite.operatorToken(), "/api/config/v1/tenants", tenant).successful().body();
    String token = client.personToken(email, PASSWORD);
    String ownerId = client.get(token, "/api/config/v1/me").successful().body().path("id").asText();
    return new Business(
        suite,
        created.path("id").asText(),
        created.path("widgetKey").asText(),
        new Business.Person(ownerId, "Chủ " + name, email, PASSWORD),
        List.of());
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }

  private static Page.GetByLabelOptions exact() {
    return new Page.GetByLabelOptions().setExact(true);
  }

  private static Locator.FilterOptions text(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  private static Page.ScreenshotOptions shot(String name) {
    return new Page.ScreenshotOptions()
        .setPath(Path.of("target/screenshots", name + ".png"))
        .setFullPage(true);
  }
}
