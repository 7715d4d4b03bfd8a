package io.dakenh.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.dakenh.contracts.rows.Rows;
import io.dakenh.e2e.browser.Browsers;
import io.dakenh.e2e.browser.DeskPage;
import io.dakenh.e2e.browser.WidgetPage;
import io.dakenh.e2e.suite.Business;
import io.dakenh.e2e.suite.Business.Person;
import io.dakenh.e2e.suite.SuiteUnderTest;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What agents do around a conversation: notes, labels, putting off, handing on, going on after the
 * end.
 */
class CareIT {
  private Browsers browsers;
  private Business business;
  private Person binh;
  private DeskPage desk;
  private WidgetPage widget;

  @BeforeEach
  void talk() {
    browsers = new Browsers();
    business = Business.create(SuiteUnderTest.get(), 2);
    binh = business.agents().getFirst();
    desk = DeskPage.signIn(browsers.person("vi-VN"), business, binh);
    widget = WidgetPage.visit(browsers.person("vi-VN"), business).open();
    widget.start("Chị Hạnh", "Hàng của tôi bị vỡ");
    desk.join();
    widget.awaitJoined(binh.name());
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
  @Rows(part = "TALK-3")
  void notesAndMentionsStayAmongColleagues() {
    Person cuc = business.agents().get(1);
    DeskPage atCuc = DeskPage.signIn(browsers.person("vi-VN"), business, cuc);

    desk.page().getByText("Ghi chú nội bộ", new Page.GetByTextOptions().setExact(true)).click();
    Locator note = desk.page().getByTestId("note-composer");
    note.pressSequentially("Nhờ @" + cuc.name().substring(0, 3));
    desk.page()
        .getByRole(AriaRole.OPTION)
        .filter(new Locator.FilterOptions().setHasText(cuc.name()))
        .waitFor();
    note.press("Enter");
    note.pressSequentially("kiểm tra kho");
    note.press("Enter");
    assertThat(desk.page().getByTestId("note")).containsText("kiểm tra kho");

    // The colleague is told on whatever page, finds it in the list, and reads it without reloading.
    atCuc.page().getByText(binh.name() + " nhắc bạn").waitFor();
    assertThat(atCuc.page().getByTestId("list-mentions")).containsText("1");
    atCuc.page().getByTestId("list-mentions").click();
    atCuc.conversations().first().click();
    assertThat(atCuc.page().getByTestId("note")).containsText("kiểm tra kho");
    assertThat(atCuc.page().getByTestId("list-mentions"))
        .not()
        .containsText(Pattern.compile("\\d"));

    // The visitor sees the conversation go on, and nothing of this, not even after a reload.
    desk.page().getByText("Trả lời khách", new Page.GetByTextOptions().setExact(true)).click();
    desk.say("Dạ để em kiểm tra ngay");
    widget.awaitMessage("Dạ để em kiểm tra ngay");
    desk.page()
        .screenshot(
            new Page.ScreenshotOptions().setPath(Path.of("target/screenshots/care-desk.png")));
    widget.page().reload();
    widget.awaitMessage("Dạ để em kiểm tra ngay");
    assertThat(widget.window().locator("body")).not().containsText("kiểm tra kho");
  }

  @Test
  @Rows(part = {"TALK-2", "TALK-3"})
  void labelsSortConversations() {
    DeskPage owner = DeskPage.signIn(browsers.person("vi-VN"), business, business.owner());
    owner.page().navigate(business.suite().url() + "/labels");
    owner.page().getByTestId("new-label").fill("Khiếu nại");
    owner.page().getByTestId("new-label").press("Enter");
    owner.page().getByTestId("label-row").waitFor();

    Locator panel = desk.contactPanel();
    panel.getByTestId("edit-labels").click();
    desk.page().getByText("Khiếu nại").click();
    panel.getByTestId("label-chip").filter(Browsers.exactly("Khiếu nại")).waitFor();
    desk.conversations().first().getByTestId("label-chip").waitFor();
    desk.page().getByText("đã gắn nhãn Khiếu nại").waitFor();
  }

  @Test
  @Rows(part = {"TALK-2", "TALK-3"})
  void aConversationIsPutOffAndComesBackWhenTheVisitorWrites() {
    act("Tạm ẩn");
    desk.page().getByRole(AriaRole.MENUITEM).filter(Browsers.exactly("1 giờ nữa")).click();
    desk.page().getByText("đã tạm ẩn đến").first().waitFor();
    assertThat(desk.conversations()).hasCount(0);
    desk.page().getByTestId("list-snoozed").click();
    assertThat(desk.conversations()).hasCount(1);

    widget.say("Em có thêm ảnh đây");
    desk.page().getByText("cuộc trò chuyện trở lại").first().waitFor();
    assertThat(desk.conversations()).hasCount(0);
    desk.page().getByTestId("list-snoozed").click();
    assertThat(desk.conversations()).hasCount(1);
  }

  @Test
  @Rows(part = "TALK-3")
  void aConversationIsHandedOnToAnotherDepartment() {
    Person cuc = business.agents().get(1);
    business.department("Kinh doanh", "all", cuc);
    DeskPage atCuc = DeskPage.signIn(browsers.person("vi-VN"), business, cuc);

    act("Chuyển cho…");
    choose(desk, "Kinh doanh", "Chuyển");
    desk.page().getByText("đã chuyển cho bộ phận Kinh doanh").first().waitFor();
    desk.say("Em chuyển chị qua bạn kinh doanh nhé");

    atCuc.join();
    widget.awaitJoined(cuc.name());
    atCuc.page().getByText(binh.name() + " đã rời cuộc trò chuyện").first().waitFor();
    assertThat(desk.conversations()).hasCount(0);
    atCuc.say("Dạ chào chị");
    widget.awaitMessage("Dạ chào chị");
  }

  @Test
  @Rows("DEP-9")
  void colleaguesAreAddedHandedToAndGoAndSoDoesTheOwner() {
    Person cuc = business.agents().get(1);
    String elsewhere = business.department("Kinh doanh", "all", cuc);
    business.reshape(department -> department.putArray("agentIds").add(binh.id()));
    DeskPage atCuc = DeskPage.signIn(browsers.person("vi-VN"), business, cuc);
    DeskPage owner = DeskPage.signIn(browsers.person("vi-VN"), business, business.owner());

    // An agent adds a colleague of another department, who has it without being asked
    act("Thêm đồng nghiệp…");
    choose(desk, cuc.name(), "Thêm");
    widget.awaitJoined(cuc.name());
    atCuc.open("mine", "Chị Hạnh");
    atCuc.say("Em hỗ trợ thêm ạ");
    widget.awaitMessage("Em hỗ trợ thêm ạ");

    // The first one leaves, and the other goes on alone
    act("Rời cuộc trò chuyện");
    desk.page()
        .getByRole(AriaRole.DIALOG)
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Rời cuộc trò chuyện"))
        .click();
    assertThat(desk.conversations()).hasCount(0);
    atCuc.say("Còn em ở đây ạ");
    widget.awaitMessage("Còn em ở đây ạ");

    // Handed to one person, who is asked, and only then takes over
    act(atCuc, "Chuyển cho…");
    atCuc
        .page()
        .getByRole(AriaRole.DIALOG)
        .getByText("Nhân viên", new Locator.GetByTextOptions().setExact(true))
        .click();
    choose(atCuc, binh.name(), "Chuyển");
    desk.joinButton().waitFor();
    atCuc.say("Bạn ấy sẽ vào ngay");
    widget.awaitMessage("Bạn ấy sẽ vào ngay");
    desk.join("Chị Hạnh");
    assertThat(atCuc.conversations()).hasCount(0);

    // And the owner, asked by nobody, joins, hands it to a department, and goes as soon as somebody
    // is there
    owner.open("all", "Chị Hạnh");
    owner.joinColleague();
    widget.awaitJoined(business.owner().name());
    act(owner, "Chuyển cho…");
    choose(owner, "Kinh doanh", "Chuyển");
    atCuc.join("Chị Hạnh");
    atCuc.say("Dạ em nhận rồi ạ");
    widget.awaitMessage("Dạ em nhận rồi ạ");
    String conversation = atCuc.composer().getAttribute("data-conversation");
    JsonNode now =
        business
            .suite()
            .client()
            .get(business.token(cuc), "/api/livetalk/v1/conversations/" + conversation)
            .successful()
            .body();
    assertThat(now.path("departmentId").asText()).isEqualTo(elsewhere);
    assertThat(now.findValuesAsText("name")).doesNotContain(business.owner().name());
  }

  @Test
  @Rows(part = {"TALK-3", "TALK-5"})
  void aClosedConversationIsRatedAndGoesOn() {
    desk.say("Em gửi lại hàng mới nhé");
    desk.page()
        .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Đóng cuộc trò chuyện"))
        .click();
    desk.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Đóng lại")).click();
    desk.page().getByText("đã đóng cuộc trò chuyện").first().waitFor();

    widget.window().getByRole(AriaRole.RADIO).nth(3).click();
    widget.window().locator("footer textarea").fill("Nhanh và nhiệt tình");
    widget.window().getByText("Gửi đánh giá").click();
    widget.window().getByText("Cảm ơn bạn đã đánh giá.").waitFor();
    assertThat(desk.page().getByTestId("rating")).containsText("Nhanh và nhiệt tình");

    widget.window().getByText("Viết tiếp").click();
    widget.say("À, cho hỏi thêm chút");
    desk.page().getByText("cuộc trò chuyện được mở lại").first().waitFor();
    assertThat(widget.composer()).isVisible();
  }

  @Test
  @Rows(part = "TALK-8")
  void aBlockedVisitorSeesAQuietScreenUntilLetBackIn() {
    act("Chặn khách…");
    desk.page().getByRole(AriaRole.DIALOG).locator("input[type='text']").first().fill("Quảng cáo");
    desk.page()
        .getByRole(AriaRole.DIALOG)
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Chặn"))
        .last()
        .click();
    widget.window().getByText("Tạm thời không nhắn được").waitFor();
    assertThat(widget.window().locator("body")).not().containsText("Quảng cáo");

    DeskPage owner = DeskPage.signIn(browsers.person("vi-VN"), business, business.owner());
    owner.page().navigate(business.suite().url() + "/blocked-visitors");
    Locator blocked = owner.page().getByTestId("blocked-visitor");
    assertThat(blocked).containsText("Quảng cáo");
    blocked.getByRole(AriaRole.BUTTON).click();
    assertThat(blocked).hasCount(0);
    widget.composer().waitFor();
  }

  private void act(String action) {
    act(desk, action);
  }

  private static void act(DeskPage desk, String action) {
    desk.page().getByTestId("thread-actions").click();
    desk.page().getByRole(AriaRole.MENUITEM).filter(Browsers.exactly(action)).hover();
    desk.page().getByRole(AriaRole.MENUITEM).filter(Browsers.exactly(action)).click();
  }

  /** Picks one in the dialog that is open, and confirms. */
  private static void choose(DeskPage desk, String target, String button) {
    Locator dialog = desk.page().getByRole(AriaRole.DIALOG);
    dialog.getByRole(AriaRole.COMBOBOX).fill(target);
    dialog.getByRole(AriaRole.COMBOBOX).press("Enter");
    dialog
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(button).setExact(true))
        .click();
    dialog.waitFor(Browsers.gone());
  }
}
