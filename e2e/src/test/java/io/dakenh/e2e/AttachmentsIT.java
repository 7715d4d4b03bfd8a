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
import io.dakenh.e2e.browser.WidgetPage;
import io.dakenh.e2e.samples.Pictures;
import io.dakenh.e2e.suite.Business;
import io.dakenh.e2e.suite.SuiteUnderTest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Messages that are more than words: files, replies, edits, deletions, reactions. */
class AttachmentsIT {
  private Browsers browsers;
  private DeskPage desk;
  private WidgetPage widget;

  @BeforeEach
  void talk() {
    browsers = new Browsers();
    Business business = Business.create(SuiteUnderTest.get(), 1);
    Business.Person binh = business.agents().getFirst();
    desk = DeskPage.signIn(browsers.person("vi-VN"), business, binh);
    widget = WidgetPage.visit(browsers.person("vi-VN"), business).open();
    widget.start("Chị Hương", "Tiệm ơi");
    desk.join();
    widget.awaitJoined(binh.name());
    desk.awaitMessage("Tiệm ơi");
  }

  @AfterEach
  void nobodySawAScriptError() {
    try {
      assertThat(browsers.pageErrors()).isEmpty();
    } finally {
      browsers.close();
    }
  }

  private Locator chooser() {
    return widget.window().locator(".composer input[type='file']");
  }

  private static FilePayload file(String name, String type, byte[] bytes) {
    return new FilePayload(name, type, bytes);
  }

  @Test
  @Rows(part = {"TALK-1", "TALK-3"})
  void picturesAndFilesGoBothWays() {
    // When the visitor sends a photo with a word to it
    FrameLocator window = widget.window();
    chooser().setInputFiles(file("hoa hồng.jpg", "image/jpeg", Pictures.jpeg(1400, 900)));
    assertThat(window.locator(".tray li.ready")).hasCount(1);
    widget.say("Mẫu này còn không ạ?");

    // Then the agent sees it small and opens it large
    desk.awaitMessage("Mẫu này còn không ạ?");
    Locator picture = desk.page().getByTestId("files").locator("img");
    assertThat(picture).hasCount(1);
    assertThat((Boolean) picture.evaluate(SHOWN)).isTrue();
    desk.page().getByRole(AriaRole.BUTTON, named("Xem ảnh hoa hồng.jpg")).click();
    Locator large = desk.page().getByTestId("viewed-picture");
    assertThat(large).isVisible();
    assertThat((Boolean) large.evaluate(SHOWN)).isTrue();
    desk.page().keyboard().press("Escape");
    assertThat(large).isHidden();
    assertThat(window.locator(".own .picture img")).hasCount(1);

    // And the other way round a list of prices
    desk.page()
        .getByTestId("attach-input")
        .setInputFiles(
            file(
                "bảng giá.pdf",
                "application/pdf",
                "%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n".getBytes(StandardCharsets.UTF_8)));
    assertThat(desk.page().locator("[data-testid='pending-file'][data-state='ready']")).hasCount(1);
    desk.composer().press("Enter");
    Locator link = window.locator(".other .file a");
    assertThat(link).hasAttribute("download", "bảng giá.pdf");
    assertThat(link).containsText("bảng giá.pdf");
    desk.awaitAllSent();
  }

  @Test
  void whatIsNoPictureIsRefusedWithAReason() {
    FrameLocator window = widget.window();
    chooser()
        .setInputFiles(
            file(
                "ảnh.png",
                "image/png",
                "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8)));
    assertThat(window.locator(".tray [role='alert']")).hasText("Loại tệp này không gửi được.");
    window.locator(".tray .round").click();
    chooser().setInputFiles(file("phim.mp4", "video/mp4", new byte[25 * 1024 * 1024]));
    assertThat(window.locator(".tray [role='alert']")).hasText("Tệp lớn hơn 20 MB.");
    window.locator(".tray .round").click();
    widget.say("Thôi vậy");
    desk.awaitMessage("Thôi vậy");
  }

  @Test
  @Rows(part = {"TALK-3", "TALK-11"})
  void editsDeletionsAndReactionsReachTheVisitorAlsoAfterACut() {
    // Given
    FrameLocator window = widget.window();
    desk.say("Giá 100.000đ ạ");
    widget.awaitMessage("Giá 100.000đ ạ");

    // When it is edited by the arrow key, and answered
    desk.awaitAllSent();
    desk.composer().press("ArrowUp");
    assertThat(desk.composer()).hasValue("Giá 100.000đ ạ");
    desk.say("Giá 120.000đ ạ");
    widget.awaitMessage("Giá 120.000đ ạ");
    assertThat(window.getByText("Đã sửa")).isVisible();
    act(0, "Trả lời tin này");
    assertThat(desk.page().getByTestId("composer-banner")).containsText("Tiệm ơi");
    desk.say("Dạ tiệm đây");
    widget.awaitMessage("Dạ tiệm đây");
    assertThat(window.locator(".quote")).containsText("Tiệm ơi");

    // And while the visitor is cut off, one is deleted and one liked
    desk.say("Số thẻ 1234");
    widget.awaitMessage("Số thẻ 1234");
    desk.awaitAllSent();
    widget.page().context().setOffline(true);
    act(3, "Xóa");
    desk.page().getByRole(AriaRole.BUTTON, named("Xóa")).click();
    assertThat(desk.page().getByText("Tin nhắn đã được xóa").first()).isVisible();
    desk.page().getByTestId("message-actions").first().click();
    desk.page().getByText("Bày tỏ cảm xúc").hover();
    desk.page().getByRole(AriaRole.MENUITEM, named("❤️")).click();
    assertThat(desk.page().getByRole(AriaRole.BUTTON, named("❤️: " + agentName()))).isVisible();
    widget.page().context().setOffline(false);

    // Then the visitor sees all of it without loading anything again
    assertThat(window.locator(".gone")).hasText("Tin nhắn đã được xóa");
    assertThat(window.locator(".reactions li")).containsText("❤️");
    assertThat(window.getByText("Số thẻ 1234")).hasCount(0);
  }

  private String agentName() {
    return widget.head().locator("h1").innerText().strip();
  }

  private void act(int message, String what) {
    desk.page().getByTestId("message-actions").nth(message).click();
    desk.page().getByRole(AriaRole.MENUITEM, named(what)).click();
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }

  private static final String SHOWN =
      """
      image => new Promise(done => {
        const look = () => done(image.naturalWidth > 0);
        if (image.complete) look(); else { image.onload = look; image.onerror = look; }
      })""";
}
