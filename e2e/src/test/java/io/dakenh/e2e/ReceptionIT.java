package io.dakenh.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.dakenh.contracts.rows.Rows;
import io.dakenh.e2e.browser.Browsers;
import io.dakenh.e2e.browser.DeskPage;
import io.dakenh.e2e.browser.SettingsPage;
import io.dakenh.e2e.browser.WidgetPage;
import io.dakenh.e2e.suite.Business;
import io.dakenh.e2e.suite.Business.Person;
import io.dakenh.e2e.suite.SuiteUnderTest;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How much agents take, when a department answers, and what an owner does about who waits. */
class ReceptionIT {
  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  private Browsers browsers;
  private Business business;
  private SettingsPage console;
  private Page page;

  @BeforeEach
  void openConsole() {
    browsers = new Browsers();
    business = Business.create(SuiteUnderTest.get(), 1);
    console = SettingsPage.signIn(browsers.person("vi-VN"), business);
    page = console.page();
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
  @Rows(part = {"DEP-7", "DEP-10", "DEP-11"})
  void anAgentGetsNoMoreThanTheOwnerAllowsUnlessTheOwnerSaysSo() {
    // Given an owner who lets each agent have one conversation, and an agent who has it
    Business.Person agent = business.agents().getFirst();
    editDepartment();
    page.getByLabel("Số cuộc trò chuyện cùng lúc").fill("1");
    save();
    DeskPage desk = DeskPage.signIn(browsers.person("vi-VN"), business, agent);
    WidgetPage first = WidgetPage.visit(browsers.person("vi-VN"), business).open();
    first.start("Anh Tuấn", "Tiệm còn hoa hồng không?");
    desk.join();

    // When another visitor comes
    WidgetPage second = WidgetPage.visit(browsers.person("vi-VN"), business).open();
    second.start("Chị Hoa", "Em muốn đặt hoa cưới");

    // Then nobody is asked, and the owner sees who waits and why
    queue();
    Locator waiting = page.locator("main ol > li").filter(with("Chị Hoa"));
    assertThat(waiting).containsText("Mọi người đã nhận đủ số cuộc trò chuyện");
    assertThat(desk.offers()).hasCount(0);

    // And when the owner gives it to the agent all the same, the visitor is told
    waiting.getByRole(AriaRole.BUTTON, named("Giao Chị Hoa")).click();
    Locator dialog = page.locator("[role='dialog']:visible");
    console.pick(dialog.locator(".ant-select"), agent.name());
    dialog.getByRole(AriaRole.BUTTON, named("Giao cho…")).click();
    second.awaitJoined(agent.name());
    assertThat(page.locator("main")).containsText("Không có ai đang chờ");
    desk.open("mine", "Chị Hoa");
    assertThat(desk.contactPanel()).containsText("Mọi người đã nhận đủ, vào danh sách chờ");
    assertThat(desk.contactPanel()).containsText("được chủ doanh nghiệp giao");
  }

  @Test
  @Rows(part = "DEP-10")
  void nobodyIsAskedOnAHolidayAndEverybodyOnceItIsNone() {
    // Given an agent at the desk, and an owner who makes today a holiday
    DeskPage desk =
        DeskPage.signIn(browsers.person("vi-VN"), business, business.agents().getFirst());
    String today = LocalDate.now(ZONE).toString();
    editDepartment();
    page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("Theo giờ")).check();
    assertThat(page.getByLabel("Thứ Hai từ").first()).hasValue("08:00");
    assertThat(page.getByRole(AriaRole.LIST, listed("Ngày lễ")).getByRole(AriaRole.LISTITEM))
        .hasCount(22);
    page.getByLabel("Thứ Hai từ").first().fill("8h");
    save();
    assertThat(page.locator("form")).containsText("Giờ viết như 08:30.");
    page.getByLabel("Thứ Hai từ").first().fill("08:00");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Thêm ngày").setExact(true))
        .click();
    page.getByLabel("Ngày", new Page.GetByLabelOptions().setExact(true)).last().fill(today);
    save();

    // When a visitor comes
    WidgetPage widget = WidgetPage.visit(browsers.person("vi-VN"), business).open();
    widget.start("Chị Hoa", "Hôm nay tiệm có mở không?");

    // Then nobody is asked
    queue();
    Locator waiting = page.locator("main ol > li").filter(with("Chị Hoa"));
    assertThat(waiting).containsText("Ngoài giờ làm việc");
    assertThat(desk.offers()).hasCount(0);

    // And once the department answers at any time, the agent is
    editDepartment();
    page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("Luôn tiếp nhận")).check();
    save();
    desk.join();
    desk.awaitMessage("Hôm nay tiệm có mở không?");
  }

  /** Hours are set around the time it is now, and end on the next day where they must. */
  @Test
  @Rows("DEP-10")
  void theHoursTheFormerAgentAndWhatOneTakesDecideWhoIsAsked() {
    // Given two agents one after the other, one conversation each, and a break right now
    Business pair = Business.create(SuiteUnderTest.get(), 2).asking("sequential");
    Person binh = pair.agents().get(0);
    Person cuc = pair.agents().get(1);
    SettingsPage owner = SettingsPage.signIn(browsers.person("vi-VN"), pair).open("departments");
    owner.button("Sửa Chăm sóc khách hàng").click();
    owner.page().getByLabel("Số cuộc trò chuyện cùng lúc").fill("1");
    owner.page().getByLabel("Ưu tiên người cũ").check();
    owner.page().getByRole(AriaRole.BUTTON, listed("Lưu")).click();
    owner.page().waitForURL("**/settings/departments");
    hours(pair, List.of(span(-4, -1), span(1, 4)), false);
    DeskPage atBinh = DeskPage.signIn(browsers.person("vi-VN"), pair, binh);
    DeskPage atCuc = DeskPage.signIn(browsers.person("vi-VN"), pair, cuc);

    // When a visitor comes during it
    WidgetPage hoa = WidgetPage.visit(browsers.person("vi-VN"), pair).open();
    hoa.start("Chị Hoa", "Tiệm nghỉ trưa à?");

    // Then nobody is asked, nor on a holiday in the middle of an open day, only once that is over
    owner.page().navigate(pair.suite().url() + "/queue");
    Locator waiting = owner.page().locator("main ol > li").filter(with("Chị Hoa"));
    assertThat(waiting).containsText("Ngoài giờ làm việc");
    hours(pair, List.of(span(-2, -4)), true);
    assertThat(waiting).containsText("Ngoài giờ làm việc");
    assertThat(atBinh.offers()).hasCount(0);
    hours(pair, List.of(span(-2, -4)), false);
    atBinh.offers().filter(with("Chị Hoa")).waitFor();

    // And the first one, who passes it on, is free for the next visitor, and then has enough
    atBinh.pass();
    atCuc.join("Chị Hoa");
    atCuc.say("Dạ em nghe");
    hoa.awaitMessage("Dạ em nghe");
    WidgetPage tuan = WidgetPage.visit(browsers.person("vi-VN"), pair).open();
    tuan.start("Anh Tuấn", "Cho tôi hỏi giá");
    atBinh.join("Anh Tuấn");
    WidgetPage third = WidgetPage.visit(browsers.person("vi-VN"), pair).open();
    third.start("Cô Sáu", "Có ai không?");
    assertThat(owner.page().locator("main ol > li").filter(with("Cô Sáu")))
        .containsText("Mọi người đã nhận đủ số cuộc trò chuyện");

    // And whoever closes one is asked about who waits, the other one is not
    close(atCuc);
    atCuc.join("Cô Sáu");
    close(atCuc);
    close(atBinh);

    // And a visitor who comes back is brought to whom they talked to, not to the first in the list
    hoa.window().getByText("Viết tiếp").click();
    hoa.say("Chị hỏi thêm chút");
    atCuc.offers().filter(with("Chị Hoa")).waitFor();
    assertThat(atBinh.offers()).hasCount(0);
    atCuc.join("Chị Hoa");
    assertThat(atCuc.contactPanel())
        .containsText("Mời " + cuc.name() + ", người đã phục vụ lần trước");
  }

  private static void close(DeskPage desk) {
    desk.page().getByRole(AriaRole.BUTTON, listed("Đóng cuộc trò chuyện")).click();
    desk.page().getByRole(AriaRole.BUTTON, listed("Đóng lại")).click();
    desk.page().getByText("đã đóng cuộc trò chuyện").first().waitFor();
  }

  /** From and to so many hours from now. */
  private record Span(LocalTime from, LocalTime to) {}

  private static Span span(int from, int to) {
    LocalTime now = LocalTime.now(ZONE).truncatedTo(ChronoUnit.MINUTES);
    return new Span(now.plusHours(from), now.plusHours(to));
  }

  private static void hours(Business business, List<Span> spans, boolean holiday) {
    business.reshape(
        department -> {
          ObjectNode hours = department.putObject("hours").put("zone", ZONE.getId());
          ArrayNode weekly = hours.putArray("weekly");
          for (String day : List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun")) {
            for (Span span : spans) {
              weekly
                  .addObject()
                  .put("day", day)
                  .put("from", span.from().toString())
                  .put("to", span.to().toString());
            }
          }
          if (holiday) {
            hours
                .putArray("dated")
                .addObject()
                .put("date", LocalDate.now(ZONE).toString())
                .put("name", "Tết")
                .putArray("spans");
          }
        });
  }

  private void editDepartment() {
    console.open("departments");
    console.button("Sửa Chăm sóc khách hàng").click();
    page.getByLabel("Tên kịch bản").waitFor();
  }

  private void queue() {
    page.navigate(business.suite().url() + "/queue");
    page.locator("main h1").first().waitFor();
  }

  private void save() {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Lưu")).click();
  }

  private static Locator.FilterOptions with(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  private static Locator.GetByRoleOptions named(String name) {
    return new Locator.GetByRoleOptions().setName(name);
  }

  private static Page.GetByRoleOptions listed(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }
}
