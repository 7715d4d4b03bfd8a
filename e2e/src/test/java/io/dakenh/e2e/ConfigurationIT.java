package io.dakenh.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.FilePayload;
import io.dakenh.contracts.rows.Rows;
import io.dakenh.e2e.browser.Browsers;
import io.dakenh.e2e.browser.SettingsPage;
import io.dakenh.e2e.browser.WidgetPage;
import io.dakenh.e2e.suite.Business;
import io.dakenh.e2e.suite.SuiteUnderTest;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What an owner sets and applies in the console shows in a widget that is open on a website, within
 * two seconds and without a reload.
 */
class ConfigurationIT {
  private static final int LIVE_MILLIS = 2_000;

  private Browsers browsers;
  private Business business;
  private SettingsPage console;
  private WidgetPage widget;

  @BeforeEach
  void openConsoleAndWidget() {
    browsers = new Browsers();
    business = Business.create(SuiteUnderTest.get(), 1);
    console = SettingsPage.signIn(browsers.person("vi-VN"), business);
    widget = WidgetPage.visit(browsers.person("vi-VN"), business).open();
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
  @Rows({"BTN-4", "BTN-5", "BTN-6", "BTN-7", "BTN-8", "POP-5"})
  void theStartButtonAndItsPopupFollowTheirSettings() {
    // Given
    Page passer = browsers.person("vi-VN");

    // When
    console
        .open("button")
        .write("/name", "Hỏi tiệm hoa")
        .write("/defaultTitle", "Chào bạn ghé tiệm")
        .write("/content", "Bạn cần hoa cho dịp nào?")
        .write("/buttonLabel", "Trò chuyện ngay")
        .write("/delaySeconds", "1")
        .apply();

    // Then
    assertThat(widget.launcher()).containsText("Hỏi tiệm hoa", containing());
    WidgetPage visit = WidgetPage.visit(passer, business);
    Locator popup = visit.popup();
    assertThat(popup).containsText("Chào bạn ghé tiệm");
    assertThat(popup).containsText("Hỏi tiệm hoa");
    assertThat(popup).containsText("Bạn cần hoa cho dịp nào?");
    visit.popupButton("Trò chuyện ngay").click();
    assertThat(visit.window().locator(".hero")).isVisible();

    // A delay of 0 hides it.
    console.write("/delaySeconds", "0").apply();
    WidgetPage next = WidgetPage.visit(browsers.person("vi-VN"), business);
    assertThat(next.launcher()).isVisible();
    assertThat(next.popup()).isHidden();
  }

  @Test
  @Rows("BTN-10")
  void theButtonStandsWhereTheOwnerPutsIt() {
    console.open("button");
    console
        .at("/desktop/corner")
        .getByRole(AriaRole.RADIO, new Locator.GetByRoleOptions().setName("Dưới trái"))
        .check();
    console.write("/desktop/offsetX", "64").write("/desktop/offsetY", "32").apply();

    widget
        .page()
        .waitForCondition(
            () -> Math.round(widget.dock().boundingBox().x) == 64,
            new Page.WaitForConditionOptions().setTimeout(LIVE_MILLIS));
    BoundingBox dock = widget.dock().boundingBox();
    assertThat(Math.round(widget.page().viewportSize().height - dock.y - dock.height))
        .isEqualTo(32);
  }

  @Test
  @Rows({"POP-1", "POP-2", "POP-3", "POP-4", "POP-6"})
  void popupsShowOnTheirPagesAndBecomeTheFirstMessage() {
    // Given a message for one page, one that hides everything on another, and a path told twice
    console.open("popups");
    addPopup(0, "Hoa cưới", "/site/san-pham*", "Tiệm đang giảm 10 % hoa cưới", 1);
    console.tick("Gửi lại nội dung dưới dạng tin nhắn khi cuộc trò chuyện bắt đầu", true);
    console.button("Thêm thông điệp").click();
    addPopupFields(1, "Im lặng", "/SITE/giao-hang.html", "Không bao giờ hiện", 0);
    console.button("Thêm thông điệp").click();
    addPopupFields(2, "Trùng", "/site/san-pham*", "Trùng đường dẫn", 1);

    // When the same path is told twice
    console.button("Áp dụng").click();

    // Then the server says so beside the field
    assertThat(console.at("/items/2/path").locator("[aria-invalid='true']")).isVisible();
    console.write("/items/2/path", "/khuyen-mai").apply();

    // And why a page shows nothing is told before anyone wonders
    console.page().getByLabel("Địa chỉ trang").fill("https://hoamai.example/SITE/giao-hang.html");
    console.button("Kiểm tra").click();
    assertThat(console.page().locator("main")).containsText("Không hiện gì trên trang này.");

    // And the visitor sees the message of the page, which opens the conversation
    Page visitor = browsers.person("vi-VN");
    WidgetPage shop = WidgetPage.visit(visitor, business, "san-pham.html");
    assertThat(shop.popup()).containsText("Tiệm đang giảm 10 % hoa cưới");
    shop.popup().locator(".popup-go").click();
    shop.start("Anh Tuấn", "Mình muốn xem hoa cưới");
    shop.awaitMessage("Tiệm đang giảm 10 % hoa cưới");
    shop.awaitAllSent();
    assertThat(shop.messages())
        .containsExactly("Tiệm đang giảm 10 % hoa cưới", "Mình muốn xem hoa cưới");
  }

  private void addPopup(int index, String title, String path, String content, int delay) {
    console.button("Thêm thông điệp").click();
    addPopupFields(index, title, path, content, delay);
  }

  private void addPopupFields(int index, String title, String path, String content, int delay) {
    String at = "/items/" + index;
    console
        .write(at + "/title", title)
        .write(at + "/path", path)
        .write(at + "/content", content)
        .write(at + "/delaySeconds", Integer.toString(delay));
  }

  @Test
  @Rows("GEN-4")
  void aDraftIsSeenByNobodyUntilItIsAppliedAndAVersionComesBackWithOneClick() {
    // Given
    Locator heading = widget.window().getByRole(AriaRole.HEADING).first();
    console.open("window").write("/title", "Bản thứ nhất").apply();
    assertThat(heading).hasText("Bản thứ nhất", within());

    // When
    console.write("/title", "Bản thứ hai").saveDraft();

    // Then
    widget.page().reload();
    assertThat(heading).hasText("Bản thứ nhất");
    console.apply();
    assertThat(heading).hasText("Bản thứ hai", within());

    // And back to the first one
    console.button("Lịch sử").click();
    console.button("Khôi phục phiên bản 1").click();
    console.page().waitForResponse(answer -> answer.url().endsWith("/restore"), this::confirm);
    assertThat(heading).hasText("Bản thứ nhất", within());

    // And of two owners at once the later one sees both
    SettingsPage other = SettingsPage.signIn(browsers.person("vi-VN"), business).open("window");
    console.open("window");
    other.write("/title", "Của chị Mai").apply();
    console.write("/title", "Của anh Nam");
    console.button("Áp dụng").click();
    Locator conflict = console.page().getByRole(AriaRole.DIALOG);
    assertThat(conflict).containsText("Của chị Mai");
    assertThat(conflict).containsText("Của anh Nam");
    assertThat(heading).hasText("Của chị Mai");
  }

  private void confirm() {
    console.button("Khôi phục").last().click();
  }

  @Test
  @Rows(part = {"BTN-3", "BTN-11"})
  void theFaceOfThePopupIsJudgedByItsContent() throws IOException {
    // Given something that only calls itself a picture
    console.open("button");
    Locator file = console.at("/avatarMediaId").locator("input[type='file']");
    byte[] drawing = "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>".getBytes(UTF_8);

    // When
    file.setInputFiles(new FilePayload("mat-hang.png", "image/png", drawing));

    // Then
    assertThat(console.at("/avatarMediaId").locator("[role='alert'], .ant-form-item-explain-error"))
        .isVisible();

    // And a picture that is one is shown beside the words
    file.setInputFiles(new FilePayload("mai.png", "image/png", picture()));
    assertThat(console.at("/avatarMediaId").locator("img").first()).isVisible();
    console.write("/delaySeconds", "1").apply();
    WidgetPage visit = WidgetPage.visit(browsers.person("vi-VN"), business);
    Locator avatar = visit.popup().locator("img.popup-avatar");
    assertThat(avatar).isVisible();
    assertThat(avatar.evaluate("image => image.decode().then(() => image.naturalWidth)"))
        .isEqualTo(96);
  }

  private static byte[] picture() throws IOException {
    BufferedImage image = new BufferedImage(96, 96, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < 96; x++) {
      for (int y = 0; y < 96; y++) {
        image.setRGB(x, y, 0xFF_00_00 + x * 256 + y);
      }
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(image, "png", bytes);
    return bytes.toByteArray();
  }

  private static LocatorAssertions.HasTextOptions within() {
    return new LocatorAssertions.HasTextOptions().setTimeout(LIVE_MILLIS);
  }

  private static LocatorAssertions.ContainsTextOptions containing() {
    return new LocatorAssertions.ContainsTextOptions().setTimeout(LIVE_MILLIS);
  }
}
