package io.dakenh.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.dakenh.contracts.rows.Rows;
import io.dakenh.devstack.suite.SuiteClient;
import io.dakenh.e2e.browser.Browsers;
import io.dakenh.e2e.browser.SettingsPage;
import io.dakenh.e2e.samples.Pictures;
import io.dakenh.e2e.suite.Business;
import io.dakenh.e2e.suite.SuiteUnderTest;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The audit log, as an owner reads it and takes it away. */
class AuditIT {
  private static final String CONFIG = "/api/config/v1";
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

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
  @Rows("GEN-5")
  void whatOwnersDoIsWrittenDownFilteredAndTakenAway() throws IOException {
    // Given an owner who changes settings, files, texts, departments and who may do what
    Business business = Business.create(SuiteUnderTest.get(), 1);
    Business other = Business.create(SuiteUnderTest.get(), 1);
    Business.Person binh = business.agents().getFirst();
    SettingsPage console = SettingsPage.signIn(browsers.person("vi-VN"), business);
    console.open("window").write("/title", "Tiệm hoa Mai").saveDraft();
    console.apply();
    console.open("button").upload("/avatarMediaId", "mai.png", Pictures.png(40, 40));
    console.at("/avatarMediaId").locator("img").waitFor();
    String owner = business.token(business.owner());
    cannedMessage(business, owner);
    promote(console, binh);
    // And somebody else in another business
    cannedMessage(other, other.token(other.owner()));

    // When the owner opens the log
    Page page = console.open("audit").page();

    // Then all of it is there, newest first, with who did what to which
    Locator rows = page.locator("main tbody tr");
    assertRow(rows.nth(0), business.owner(), "Sửa nhân viên", binh.name(), "vai trò");
    assertRow(rows.nth(1), business.owner(), "Thêm tin nhắn mẫu", "", "");
    assertRow(rows.nth(2), business.owner(), "Tải tệp lên", "", "");
    assertRow(rows.nth(3), business.owner(), "Áp dụng cấu hình", "Giao diện trò chuyện", "");
    assertRow(rows.nth(4), business.owner(), "Lưu nháp cấu hình", "Giao diện trò chuyện", "");
    assertThat(page.locator("main table")).containsText("Sửa bộ phận");
    assertThat(page.locator("main table")).containsText("Thêm nhân viên");
    assertThat(page.locator("main table")).containsText("Tạo doanh nghiệp");

    // And it can be narrowed by what was done, by whom, and when
    filter(console, "Thao tác", "Áp dụng cấu hình");
    assertThat(rows).hasCount(1);
    assertThat(rows.first()).containsText("Giao diện trò chuyện");
    filter(console, "Người thực hiện", binh.name());
    assertThat(page.locator("main")).containsText("Không có mục nào khớp");
    filter(console, "Người thực hiện", business.owner().name());
    assertThat(rows).hasCount(1);
    LocalDate today = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));
    day(page, "Từ ngày", today.plusDays(1));
    assertThat(page.locator("main")).containsText("Không có mục nào khớp");
    day(page, "Từ ngày", today);
    day(page, "Đến ngày", today);
    assertThat(rows).hasCount(1);

    // And taken away as a table, as narrow or as whole as it is looked at
    List<String> one = csv(console);
    assertThat(one).hasSize(2);
    assertThat(one.getFirst()).contains("at,actor,actorId,action,target,fields");
    assertThat(one.get(1))
        .contains(business.owner().name(), business.owner().id(), "section.published,window");
    List<String> all = csv(reset(console));
    assertThat(all).hasSizeGreaterThanOrEqualTo(8);
    assertThat(all).anyMatch(line -> line.contains("staff.changed," + binh.id()));
    assertThat(all).anyMatch(line -> line.contains("media.uploaded"));

    // And of the other business nothing is in it, nor of this one in the other's
    assertThat(all).filteredOn(line -> line.contains("canned-message.created")).hasSize(1);
    assertThat(all).noneMatch(line -> line.contains(other.owner().id()));
    JsonNode theirs =
        other
            .suite()
            .client()
            .get(other.token(other.owner()), CONFIG + "/audit-entries?limit=100")
            .successful()
            .body();
    assertThat(theirs.path("items").findValuesAsText("action"))
        .contains("canned-message.created")
        .doesNotContain("section.published");
    assertThat(theirs.toString()).doesNotContain(business.owner().id());
  }

  private static void cannedMessage(Business business, String token) {
    business
        .suite()
        .client()
        .post(
            token,
            CONFIG + "/canned-messages",
            SuiteClient.object().put("name", "Chào").put("content", "Chào bạn"))
        .successful();
  }

  /** From agent to owner, on the page where people are looked after. */
  private static void promote(SettingsPage console, Business.Person person) {
    Page page = console.page();
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Nhân viên").setExact(true))
        .click();
    console.button("Rời đi").click();
    console.button("Sửa " + person.name()).click();
    Locator dialog = page.locator("[role='dialog']:visible");
    dialog.getByText("Chủ doanh nghiệp", new Locator.GetByTextOptions().setExact(true)).click();
    dialog
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Lưu").setExact(true))
        .click();
    assertThat(dialog).hasCount(0);
  }

  private static void assertRow(
      Locator row, Business.Person actor, String action, String target, String fields) {
    assertThat(row).containsText(actor.name());
    assertThat(row.locator("td").nth(2)).hasText(action);
    assertThat(row.locator("td").nth(3)).containsText(target);
    assertThat(row.locator("td").nth(4)).containsText(fields);
  }

  private static void filter(SettingsPage console, String label, String option) {
    Locator box =
        console
            .page()
            .locator(".ant-select")
            .filter(new Locator.FilterOptions().setHas(console.page().getByLabel(label, exact())));
    console.pick(box, option);
  }

  private static Page.GetByLabelOptions exact() {
    return new Page.GetByLabelOptions().setExact(true);
  }

  private static void day(Page page, String label, LocalDate day) {
    Locator field = page.getByLabel(label, exact());
    field.fill(DAY.format(day));
    field.press("Enter");
    assertThat(field).hasValue(DAY.format(day));
  }

  /** With no filter left. */
  private static SettingsPage reset(SettingsPage console) {
    return console.open("audit");
  }

  private static List<String> csv(SettingsPage console) throws IOException {
    Download file = console.page().waitForDownload(() -> console.button("Tải CSV").click());
    assertThat(file.suggestedFilename()).isEqualTo("nhat-ky.csv");
    return Files.readAllLines(file.path());
  }
}
