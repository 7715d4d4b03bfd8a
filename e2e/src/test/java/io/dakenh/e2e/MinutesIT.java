package io.dakenh.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.dakenh.contracts.event.EventCatalog;
import io.dakenh.contracts.livetalk.CallBeat;
import io.dakenh.contracts.livetalk.CallEnded;
import io.dakenh.contracts.livetalk.CallJoined;
import io.dakenh.contracts.rows.Rows;
import io.dakenh.devstack.suite.SuiteClient;
import io.dakenh.devstack.test.EventProbe;
import io.dakenh.e2e.browser.Browsers;
import io.dakenh.e2e.browser.DeskPage;
import io.dakenh.e2e.browser.WidgetPage;
import io.dakenh.e2e.suite.Business;
import io.dakenh.e2e.suite.SuiteUnderTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Minutes of calls: held while one runs, charged to the second, seen by the owner. */
class MinutesIT {
  private static final String BILLING = "/api/billing/v1";
  private static final String OPERATOR = BILLING + "/operator/tenants/";
  private static final long TRIAL = 3600;

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
      value = {"MIN-1", "MIN-6"},
      part = {"MIN-2", "MIN-4", "MIN-5", "MIN-7"})
  void callsAreHeldChargedListedAndStated() throws IOException {
    Business business = Business.create(suite, 1);
    String owner = business.token(business.owner());
    awaitEntitlement(owner, TRIAL);
    try (EventProbe probe = EventProbe.connect(suite.brokers())) {
      Calls calls = new Calls(probe, business);
      UUID running = calls.runs(Instant.now().minusSeconds(30));
      await("seconds to be held")
          .atMost(Duration.ofSeconds(20))
          .until(() -> entitlement(owner).path("heldSeconds").asLong() > 0);

      calls.ended(running, Instant.now().minusSeconds(30), 25, "audio", "completed");
      calls.ended(UUID.randomUUID(), Instant.now().minusSeconds(900), 605, "video", "completed");
      calls.ended(UUID.randomUUID(), Instant.now().minusSeconds(1200), 0, "audio", "missed");
      calls.ended(UUID.randomUUID(), Instant.now().minusSeconds(1200), 0, "audio", "missed");
      awaitEntitlement(owner, TRIAL - 630);
    }

    Page page = DeskPage.signIn(browsers.person("vi-VN"), business, business.owner()).page();
    page.navigate(suite.url() + "/minutes");
    Locator rows = page.getByTestId("call-row");
    assertThat(rows).hasCount(4);
    assertThat(rows.filter(text("10 phút 05 giây"))).containsText("Trần Văn Bình");
    assertThat(rows.filter(text("Nhỡ"))).hasCount(2);
    choose(page, "Loại", "Gọi video");
    assertThat(rows).hasCount(1);
    Download file = page.waitForDownload(() -> button(page, "Tải CSV").click());
    Path saved = Path.of("target", "calls-" + business.id() + ".csv");
    file.saveAs(saved);
    assertThat(Files.readString(saved)).contains("video,completed,Trần Văn Bình");

    page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Sao kê tháng")).click();
    page.locator(".recharts-bar-rectangle").first().waitFor();
    assertThat(page.getByText("10 phút 30 giây").first()).isVisible();
    page.screenshot(shot("minutes-statement"));
    page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Biến động")).click();
    assertThat(page.getByText("Giữ cho cuộc gọi").first()).isVisible();
  }

  @Test
  @Rows(part = {"MIN-3", "MIN-5", "MIN-7", "CALL-1"})
  void theOwnerIsWarnedVisitorsCannotCallAndTheOperatorHelps() {
    Business business = Business.create(suite, 1);
    String owner = business.token(business.owner());
    awaitEntitlement(owner, TRIAL);
    try (EventProbe probe = EventProbe.connect(suite.brokers())) {
      Calls calls = new Calls(probe, business);
      calls.ended(UUID.randomUUID(), Instant.now().minusSeconds(4000), 3000, "audio", "completed");
      awaitEntitlement(owner, 600);
      Page page = DeskPage.signIn(browsers.phone("vi-VN"), business, business.owner()).page();
      page.navigate(suite.url() + "/minutes");
      assertThat(page.getByRole(AriaRole.ALERT).first()).containsText("hơn 80%");
      page.screenshot(shot("minutes-warning-phone"));
      WidgetPage visitor = WidgetPage.visit(browsers.person("vi-VN"), business).open();
      visitor.start("Chị Hương", "Shop còn hoa hồng không ạ?");
      Locator call = visitor.head().locator("[data-function='audio']");
      assertThat(call).isEnabled();

      calls.ended(UUID.randomUUID(), Instant.now().minusSeconds(900), 620, "audio", "completed");
      awaitEntitlement(owner, 0);
      page.reload();
      assertThat(page.getByRole(AriaRole.ALERT).first()).containsText("Đã hết phút gọi");
      page.screenshot(shot("minutes-exhausted-phone"));
      assertThat(call).isDisabled();
      assertThat(call).hasAttribute("title", Pattern.compile("đã dùng hết phút gọi"));
      visitor.page().screenshot(shot("minutes-exhausted-widget"));

      operator(
          business,
          "corrections",
          SuiteClient.object()
              .put("account", "bonus")
              .put("seconds", 320)
              .put("reason", "Đền bù sự cố"));
      assertThat(entitlement(owner).path("bonusSecondsLeft").asLong()).isEqualTo(300);
      operator(
          business,
          "plan-changes",
          SuiteClient.object()
              .put("planCode", "standard")
              .put("mode", "full")
              .put("reason", "Nâng gói"));
      page.reload();
      assertThat(page.getByText("Gói Tiêu chuẩn")).isVisible();
      assertThat(page.getByRole(AriaRole.ALERT)).hasCount(0);
      assertThat(call).isEnabled();
    }
  }

  private void operator(Business business, String what, ObjectNode body) {
    suite
        .client()
        .post(suite.operatorToken(), OPERATOR + business.id() + "/" + what, body)
        .successful();
  }

  private JsonNode entitlement(String owner) {
    return suite.client().get(owner, BILLING + "/entitlement").successful().body();
  }

  private void awaitEntitlement(String owner, long left) {
    await(left + " seconds to be left")
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> {
              JsonNode body = suite.client().get(owner, BILLING + "/entitlement").body();
              return body.path("heldSeconds").asLong(-1) == 0
                  && body.path("monthlySecondsLeft").asLong(-1) == left;
            });
  }

  /** Chooses an option by keyboard: the list is drawn as far as it is seen. */
  private static void choose(Page page, String label, String option) {
    Locator box = page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    box.click();
    box.fill(option);
    box.press("Enter");
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
  }

  private static Locator.FilterOptions text(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  private static Page.ScreenshotOptions shot(String name) {
    return new Page.ScreenshotOptions()
        .setPath(Path.of("target/screenshots", name + ".png"))
        .setFullPage(true);
  }

  /** Calls as livetalk tells billing of them. */
  private record Calls(EventProbe probe, Business business) {
    UUID runs(Instant from) {
      UUID callId = UUID.randomUUID();
      UUID tenantId = UUID.fromString(business.id());
      Business.Person agent = business.agents().getFirst();
      probe.publish(
          EventCatalog.CALL_JOINED,
          callId.toString(),
          tenantId,
          new CallJoined(tenantId, callId, UUID.fromString(agent.id()), agent.name(), from));
      probe.publish(
          EventCatalog.CALL_BEAT,
          callId.toString(),
          tenantId,
          new CallBeat(tenantId, callId, from.plusSeconds(15)));
      return callId;
    }

    void ended(UUID callId, Instant from, long seconds, String media, String outcome) {
      UUID tenantId = UUID.fromString(business.id());
      Business.Person agent = business.agents().getFirst();
      boolean joined = seconds > 0;
      Instant end = from.plusSeconds(joined ? seconds : 40);
      probe.publish(
          EventCatalog.CALL_ENDED,
          callId.toString(),
          tenantId,
          new CallEnded(
              tenantId,
              callId,
              UUID.randomUUID(),
              UUID.randomUUID(),
              "Khách 4821",
              media,
              outcome,
              null,
              from,
              joined ? from : null,
              end,
              joined
                  ? List.of(
                      new CallEnded.Participant(
                          UUID.fromString(agent.id()), agent.name(), from, end))
                  : List.of(),
              null));
    }
  }
}
