package io.dakenh.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.dakenh.contracts.rows.Rows;
import io.dakenh.e2e.browser.Browsers;
import io.dakenh.e2e.browser.DeskPage;
import io.dakenh.e2e.browser.WidgetPage;
import io.dakenh.e2e.suite.Business;
import io.dakenh.e2e.suite.SuiteUnderTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What owners learn of conversations, and what they hand over or let go on request. */
class ReportsIT {
  private Browsers browsers;
  private Business business;
  private DeskPage desk;
  private WidgetPage widget;

  @BeforeEach
  void talk() {
    browsers = new Browsers();
    business = Business.create(SuiteUnderTest.get(), 1);
    desk = DeskPage.signIn(browsers.person("vi-VN"), business, business.agents().getFirst());
    widget = WidgetPage.visit(browsers.person("vi-VN"), business).open();
    widget.start("Chị Hạnh", "Số thẻ của tôi là 1234");
    desk.join();
    desk.say("Dạ em nhận được rồi");
    widget.awaitMessage("Dạ em nhận được rồi");
  }

  @AfterEach
  void nobodySawAScriptError() {
    try {
      assertThat(browsers.pageErrors()).isEmpty();
    } finally {
      browsers.close();
    }
  }

  private static void picture(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setFullPage(true)
            .setPath(Path.of("target/screenshots/" + name + ".png")));
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
  }

  @Test
  @Rows(value = "TALK-9", part = "TALK-5")
  void anOwnerSeesHowConversationsWent() throws IOException {
    button(desk.page(), "Đóng cuộc trò chuyện").click();
    button(desk.page(), "Đóng lại").click();
    widget.window().getByRole(AriaRole.RADIO).nth(3).click();
    widget.window().getByText("Gửi đánh giá").click();
    widget.window().getByText("Cảm ơn bạn đã đánh giá.").waitFor();

    Page owner = DeskPage.signIn(browsers.person("vi-VN"), business, business.owner()).page();
    Locator figures = owner.getByTestId("report-figures");
    Awaitility.await()
        .untilAsserted(
            () -> {
              owner.navigate(business.suite().url() + "/reports");
              figures.waitFor();
              assertThat(figures.innerText()).contains("100 %", "4 ★");
            });
    assertThat(owner.getByTestId("report-agents"))
        .containsText(business.agents().getFirst().name());
    assertThat(owner.getByTestId("report-channels")).containsText("Website");
    owner.locator(".recharts-bar-rectangle").first().waitFor();
    picture(owner, "reports-desktop");

    Download csv = owner.waitForDownload(() -> button(owner, "Tải CSV: Theo nhân viên").click());
    assertThat(Files.readString(csv.path()))
        .startsWith("\uFEFFagentId,name,opened")
        .contains(business.agents().getFirst().name() + ",1,1,1");

    Page phone = DeskPage.signIn(browsers.phone("vi-VN"), business, business.owner()).page();
    phone.navigate(business.suite().url() + "/reports");
    phone.getByTestId("report-figures").waitFor();
    phone.locator(".recharts-bar-rectangle").first().waitFor();
    picture(phone, "reports-phone");

    // None of it is for agents.
    desk.page().navigate(business.suite().url() + "/reports");
    desk.page().getByText("Không có trang này").waitFor();
  }

  @Test
  @Rows("TALK-10")
  void aPersonGetsACopyAndIsForgotten() throws IOException {
    DeskPage owner = DeskPage.signIn(browsers.person("vi-VN"), business, business.owner());
    owner.open("all", "Chị Hạnh");
    owner.page().getByTestId("export-data").click();
    owner.page().getByText("Đang chuẩn bị tệp.").waitFor();
    picture(owner.page(), "personal-data-desk");

    Page page = browsers.person("vi-VN");
    DeskPage.signIn(page, business, business.owner());
    page.navigate(business.suite().url() + "/settings/retention");
    Locator jobs = page.getByTestId("personal-data-job");
    Download zip =
        page.waitForDownload(
            () ->
                jobs.first()
                    .getByRole(
                        AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Tải tệp ZIP"))
                    .click());
    Map<String, String> entries = new HashMap<>();
    try (ZipInputStream stream = new ZipInputStream(Files.newInputStream(zip.path()))) {
      for (ZipEntry entry = stream.getNextEntry(); entry != null; entry = stream.getNextEntry()) {
        entries.put(entry.getName(), new String(stream.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    assertThat(entries.get("person.json")).contains("Chị Hạnh");
    assertThat(String.join("\n", entries.values())).contains("Số thẻ của tôi là 1234");

    owner.page().getByTestId("erase-data").click();
    owner.page().getByRole(AriaRole.DIALOG).getByText("Xóa hẳn").last().click();
    // The desk that has it open sees it go, and there is a receipt.
    assertThat(desk.conversations()).hasCount(0);
    page.reload();
    jobs.filter(new Locator.FilterOptions().setHasText("Đã xóa 1 cuộc trò chuyện")).waitFor();
    picture(page, "personal-data-receipt");
    owner.page().navigate(business.suite().url() + "/desk?view=all");
    assertThat(owner.conversations()).hasCount(0);

    // Both are in the audit log, with who did it; the other service tells of it in its own time.
    String token = business.token(business.owner());
    await("the audit log to hear of it")
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                business
                    .suite()
                    .client()
                    .get(token, "/api/config/v1/audit-entries?action=visitor.erased")
                    .successful()
                    .text()
                    .contains("visitor.erased"));
    page.navigate(business.suite().url() + "/settings/audit");
    page.getByText("Xóa dữ liệu khách", new Page.GetByTextOptions().setExact(true))
        .first()
        .waitFor();
    assertThat(page.locator("main")).containsText("Yêu cầu xuất dữ liệu khách");

    // What is kept for how long is a setting like any other.
    page.navigate(business.suite().url() + "/settings/retention");
    page.locator("[data-at='/limited']").getByRole(AriaRole.SWITCH).click();
    page.locator("[data-at='/days'] input").fill("20");
    button(page, "Áp dụng").click();
    page.locator("main [role='alert'] li").first().waitFor();
    page.locator("[data-at='/days'] input").fill("365");
    page.waitForResponse(
        answer -> answer.url().endsWith("/publish") && answer.ok(),
        () -> button(page, "Áp dụng").click());
  }
}
