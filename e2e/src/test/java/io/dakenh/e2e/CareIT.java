package io.dakenh.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

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
  @Rows(part = {"DEP-9", "TALK-3"})
  void aConversationIsHandedOnToAnotherDepartment() {
    Person cuc = business.agents().get(1);
    business.department("Kinh doanh", "all", cuc);
    DeskPage atCuc = DeskPage.signIn(browsers.person("vi-VN"), business, cuc);

    act("Chuyển cho…");
    Locator dialog = desk.page().getByRole(AriaRole.DIALOG);
    dialog.getByRole(AriaRole.COMBOBOX).fill("Kinh doanh");
    dialog.getByRole(AriaRole.COMBOBOX).press("Enter");
    dialog
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Chuyển").setExact(true))
        .click();
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
    desk.page().getByTestId("thread-actions").click();
    desk.page().getByRole(AriaRole.MENUITEM).filter(Browsers.exactly(action)).hover();
    desk.page().getByRole(AriaRole.MENUITEM).filter(Browsers.exactly(action)).click();
  }
}
