package io.dakenh.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.dakenh.contracts.rows.Rows;
import io.dakenh.e2e.browser.Browsers;
import io.dakenh.e2e.browser.DeskPage;
import io.dakenh.e2e.browser.Ears;
import io.dakenh.e2e.browser.WidgetPage;
import io.dakenh.e2e.samples.Pictures;
import io.dakenh.e2e.suite.Business;
import io.dakenh.e2e.suite.SuiteUnderTest;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A visitor from the first look at the start screen to the second conversation. */
class VisitorIT {
  private static final int LIVE_MILLIS = 2_000;

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
  @Rows("TALK-1")
  void aVisitorStartsTalksGoesComesBackAndStartsAnew() {
    // Given an agent at a desk and a visitor at the start screen, with the tone of new businesses
    Business business = Business.create(SuiteUnderTest.get(), 1);
    Business.Person binh = business.agents().getFirst();
    DeskPage desk = DeskPage.signIn(browsers.person("vi-VN"), business, binh);
    Page page = browsers.person("vi-VN");
    Ears ears = Ears.at(page).inWidget();
    WidgetPage widget = WidgetPage.visit(page, business).open();
    FrameLocator window = widget.window();

    // What is required is asked for before anything begins
    window.locator("[data-function='chat']").click();
    assertThat(window.locator(".fault").first()).isVisible();
    assertThat(widget.composer()).hasCount(0);
    widget.start("Chị Hương", "Tiệm ơi");
    desk.join();
    widget.awaitJoined(binh.name());

    // Each sees the other type, and the visitor sees what was read
    desk.composer().pressSequentially("Dạ em");
    assertThat(window.locator(".typing")).containsText(binh.name());
    desk.composer().press("Enter");
    widget.awaitMessage("Dạ em");
    widget.composer().pressSequentially("Mẫu ");
    assertThat(desk.page().getByText("Chị Hương đang nhập")).isVisible();

    // A picture goes with words and a flower
    window.getByLabel("Chọn biểu tượng cảm xúc").first().click();
    Locator flower = window.getByRole(AriaRole.TOOLBAR).getByRole(AriaRole.BUTTON).first();
    String emoji = flower.innerText().strip();
    flower.click();
    window
        .locator(".composer input[type='file']")
        .setInputFiles(new FilePayload("hoa.jpg", "image/jpeg", Pictures.jpeg(600, 400)));
    assertThat(window.locator(".tray li.ready")).hasCount(1);
    widget.composer().press("Enter");
    desk.awaitMessage("Mẫu " + emoji);
    assertThat(desk.page().getByTestId("files").locator("img")).hasCount(1);
    assertThat(window.locator("li.own").last()).containsText("Đã xem");

    // What is of a kind that nobody may send is refused, in words
    window
        .locator(".composer input[type='file']")
        .setInputFiles(new FilePayload("phần mềm.exe", "application/octet-stream", program()));
    assertThat(window.locator(".tray [role='alert']")).hasText("Loại tệp này không gửi được.");
    window.locator(".tray .round").click();

    // With the window closed an answer is counted and heard
    int heard = ears.heard().size();
    widget.launcher().click();
    assertThat(widget.panel()).isHidden();
    desk.say("Dạ còn ạ");
    assertThat(page.locator("dakenh-widget .badge")).hasText("1");
    ears.await(heard + 1, LIVE_MILLIS);
    widget.launcher().click();
    widget.awaitMessage("Dạ còn ạ");
    assertThat(page.locator("dakenh-widget .badge")).isHidden();

    // After a reload everything is there, and goes on
    List<String> before = widget.messages();
    page.reload();
    widget.awaitMessage("Dạ còn ạ");
    assertThat(widget.messages()).isEqualTo(before);
    widget.say("Cho em một bó");
    desk.awaitMessage("Cho em một bó");

    // And when it is over, a new one begins beside it
    desk.page()
        .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Đóng cuộc trò chuyện"))
        .click();
    desk.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Đóng lại")).click();
    window.getByText("Bắt đầu cuộc trò chuyện mới").click();
    window.locator("[data-function='chat']").click();
    widget.composer().waitFor();
    widget.say("Em hỏi chuyện khác");
    desk.join();
    desk.say("Dạ vâng");
    widget.awaitMessage("Dạ vâng");
    assertThat(widget.messages()).containsExactly("Em hỏi chuyện khác", "Dạ vâng");
    window.getByLabel("Về màn hình đầu").click();
    Locator past = window.locator("section[aria-label='Cuộc trò chuyện trước'] .past");
    assertThat(past).hasCount(1);
    past.click();
    widget.awaitMessage("Cho em một bó");
    assertThat(widget.messages()).startsWith("Tiệm ơi", "Dạ em");
  }

  /** The first bytes of a program for Windows. */
  private static byte[] program() {
    byte[] bytes = new byte[512];
    bytes[0] = 'M';
    bytes[1] = 'Z';
    return bytes;
  }
}
