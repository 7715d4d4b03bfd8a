package io.dakenh.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.dakenh.contracts.rows.Rows;
import io.dakenh.devstack.suite.SuiteClient;
import io.dakenh.e2e.browser.Browsers;
import io.dakenh.e2e.browser.DeskPage;
import io.dakenh.e2e.browser.SettingsPage;
import io.dakenh.e2e.browser.WidgetPage;
import io.dakenh.e2e.samples.Pictures;
import io.dakenh.e2e.suite.Business;
import io.dakenh.e2e.suite.SuiteUnderTest;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Canned messages, from the owner who writes them to the agent who inserts them. */
class CannedMessagesIT {
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
      value = {"TPL-1", "TPL-2", "TPL-3", "TPL-4", "TPL-5"},
      part = "TPL-6")
  void anOwnerWritesThemAndAnAgentInsertsThem() {
    // Given an agent in a talk, who never reloads
    Business business = Business.create(SuiteUnderTest.get(), 1);
    Business.Person binh = business.agents().getFirst();
    DeskPage desk = DeskPage.signIn(browsers.person("vi-VN"), business, binh);
    WidgetPage widget = WidgetPage.visit(browsers.person("vi-VN"), business).open();
    widget.start("Chị Hương", "Tiệm mở cửa đến mấy giờ?");
    desk.join();

    // When the owner writes three, one of them under a name that is taken
    SettingsPage console =
        SettingsPage.signIn(browsers.person("vi-VN"), business).open("canned-messages");
    console.button("Soạn mẫu đầu tiên").click();
    write(console, "Giờ mở cửa", "Chào {visitor}, em là {agent}. Tiệm mở đến 21 giờ ạ.");
    console.button("Thêm mẫu").click();
    fill(console, "  GIỜ mở cửa ", "Trùng tên");
    dialog(console).getByRole(AriaRole.BUTTON, named("Lưu")).click();
    assertThat(dialog(console).locator("[aria-invalid='true']").first()).isVisible();
    write(console, "Phí giao hàng", "Nội thành giao miễn phí ạ.");
    console.button("Thêm mẫu").click();
    write(console, "Cảm ơn", "Tiệm cảm ơn {visitor} nhiều ạ!");

    // Then the agent finds it without its marks, and what is inserted is filled in
    Locator menu = desk.page().getByRole(AriaRole.LISTBOX);
    desk.composer().fill("/gio mo");
    assertThat(menu.getByRole(AriaRole.OPTION)).hasCount(1);
    desk.composer().press("Enter");
    assertThat(desk.composer())
        .hasValue("Chào Chị Hương, em là " + binh.name() + ". Tiệm mở đến 21 giờ ạ.");
    desk.composer().press("Enter");
    widget.awaitMessage("Chào Chị Hương, em là " + binh.name() + ". Tiệm mở đến 21 giờ ạ.");

    // And one is deleted by its bin, then all that are left by ticking them, and that is undone
    console.button("Xóa Cảm ơn").click();
    Locator rows =
        console.page().getByRole(AriaRole.LIST, list("Danh sách tin nhắn mẫu")).locator("> li");
    assertThat(rows).hasCount(2);
    console.tick("Chọn tất cả", true);
    console.button("Thao tác khác").click();
    console.page().getByText("Xóa mục đã chọn").click();
    assertThat(rows).hasCount(0);
    // That of the one before may still be offered.
    assertThat(console.page().getByText("Đã xóa 2 mẫu.")).isVisible();
    console.button("Hoàn tác").last().click();
    assertThat(rows).hasCount(2);
    assertThat(rows.filter(new Locator.FilterOptions().setHasText("Cảm ơn"))).hasCount(0);
  }

  @Test
  @Rows("TPL-6")
  void theyAreScopedFilledInAndTravelAsATable() throws IOException {
    // Given two departments, and an agent of the one that receives
    Business business = Business.create(SuiteUnderTest.get(), 2);
    String token = business.token(business.owner());
    ObjectNode weddings =
        SuiteClient.object()
            .put("name", "Hoa cưới")
            .put("allocationMode", "all")
            .put("passOnSeconds", 20)
            .put("totalSeconds", 300)
            .put("default", false);
    weddings.putArray("agentIds").add(business.agents().get(1).id());
    business.suite().client().post(token, "/api/config/v1/departments", weddings).successful();
    Business.Person binh = business.agents().getFirst();
    DeskPage desk = DeskPage.signIn(browsers.person("vi-VN"), business, binh);
    WidgetPage widget = WidgetPage.visit(browsers.person("vi-VN"), business).open();
    widget.start("Chị Hương", "Tiệm ơi");
    desk.join();

    // When the owner brings a table with mistakes, each is named by its line, and nothing is added
    SettingsPage console =
        SettingsPage.signIn(browsers.person("vi-VN"), business).open("canned-messages");
    console.button("Nhập CSV").click();
    table(
        console,
        "name,content,departments",
        "Đặt cọc,,",
        "Trang trí,Xin chào,Không có bộ phận này",
        "đặt CỌC,Lần hai,");
    Locator faults = dialog(console).getByRole(AriaRole.LISTITEM);
    assertThat(faults).hasCount(3);
    assertThat(faults.nth(0)).containsText("Dòng 2 · Nội dung");
    assertThat(faults.nth(1)).containsText("Dòng 3 · Bộ phận");
    assertThat(faults.nth(2)).containsText("Dòng 4 · Tên");

    // And a right one is added whole
    table(
        console,
        "name,content,departments",
        "Đặt cọc,\"Chào {visitor}, em là {agent} ở {department}. Tiệm xin cọc 30 %.\",",
        "Trang trí tiệc cưới,\"=Chỉ người của hoa cưới dùng\",Hoa cưới",
        "Phí giao,Giao miễn phí ạ.,Chăm sóc khách hàng; Hoa cưới");
    assertThat(dialog(console)).hasCount(0);
    Locator rows =
        console.page().getByRole(AriaRole.LIST, list("Danh sách tin nhắn mẫu")).locator("> li");
    assertThat(rows).hasCount(3);

    // Then the agent finds those of the conversation's department, without marks, by name
    Locator menu = desk.page().getByRole(AriaRole.LISTBOX).getByRole(AriaRole.OPTION);
    desk.composer().fill("/");
    assertThat(menu).hasCount(2);
    desk.composer().fill("/trang tri");
    assertThat(menu).hasCount(0);
    desk.composer().fill("/dat coc");
    assertThat(menu).hasCount(1);
    desk.composer().press("Enter");
    assertThat(desk.composer())
        .hasValue(
            "Chào Chị Hương, em là " + binh.name() + " ở Chăm sóc khách hàng. Tiệm xin cọc 30 %.");

    // And one brings its picture along, to the visitor
    desk.composer().fill("");
    console.button("Thêm mẫu").click();
    dialog(console)
        .locator("input[type='file']")
        .setInputFiles(Pictures.png("bó hoa.png", 120, 90));
    assertThat(dialog(console).locator("img")).isVisible();
    write(console, "Mẫu bó hoa", "Mẫu này đang có ạ");
    desk.composer().fill("/mau bo");
    assertThat(menu).hasCount(1);
    desk.composer().press("Enter");
    assertThat(desk.page().locator("[data-testid='pending-file'][data-state='ready']")).hasCount(1);
    desk.composer().press("Enter");
    widget.awaitMessage("Mẫu này đang có ạ");
    assertThat(widget.window().locator(".other .picture img")).hasCount(1);
    console.button("Xóa Mẫu bó hoa").click();
    assertThat(rows).hasCount(3);

    // And the table that is taken away is the one that was brought, safe to open in a spreadsheet
    console.button("Thao tác khác").click();
    Download file =
        console.page().waitForDownload(() -> console.page().getByText("Xuất CSV").click());
    String exported = Files.readString(file.path());
    assertThat(exported).startsWith("\uFEFFname,content,departments");
    assertThat(exported).contains("\"Chào {visitor}, em là {agent} ở {department}.");
    assertThat(exported).contains("'=Chỉ người").contains("Chăm sóc khách hàng; Hoa cưới");
    console.tick("Chọn tất cả", true);
    console.button("Thao tác khác").click();
    console.page().getByText("Xóa mục đã chọn").click();
    console.button("Nhập CSV").click();
    dialog(console)
        .getByTestId("csv-file")
        .setInputFiles(new FilePayload("mau.csv", "text/csv", exported.getBytes(UTF_8)));
    assertThat(rows).hasCount(3);
    assertThat(rows.filter(new Locator.FilterOptions().setHasText("=Chỉ người"))).hasCount(1);
  }

  private static void table(SettingsPage console, String... lines) {
    dialog(console)
        .getByTestId("csv-file")
        .setInputFiles(
            new FilePayload("mau.csv", "text/csv", String.join("\r\n", lines).getBytes(UTF_8)));
  }

  private static void write(SettingsPage console, String name, String content) {
    fill(console, name, content);
    dialog(console).getByRole(AriaRole.BUTTON, named("Lưu")).click();
    assertThat(dialog(console)).hasCount(0);
  }

  private static void fill(SettingsPage console, String name, String content) {
    dialog(console).getByLabel("Tên mẫu tin nhắn").fill(name);
    dialog(console).locator("textarea").first().fill(content);
  }

  private static Locator dialog(SettingsPage console) {
    return console.page().locator("[role='dialog']:visible");
  }

  private static Locator.GetByRoleOptions named(String name) {
    return new Locator.GetByRoleOptions().setName(name).setExact(true);
  }

  private static Page.GetByRoleOptions list(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }
}
