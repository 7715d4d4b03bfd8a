package io.dakenh.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
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
import java.util.List;
import java.util.regex.Pattern;
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
  @Rows(
      value = {"WIN-1", "WIN-3", "WIN-4", "WIN-16"},
      part = {"GEN-3", "WIN-14", "WIN-15"})
  void theWindowFollowsItsSettings() {
    widget.page().evaluate("window.stillTheSamePage = true");

    console
        .open("window")
        .write("/headerColor", "#7c2d12")
        .write("/title", "Hoa Mai xin chào 🌸")
        .write("/description", "Trả lời trong năm phút, từ 7:30 đến 21:00")
        .write("/widthPixels", "420")
        .write("/heightPixels", "600")
        .write("/signature/text", "Được chăm sóc bởi [[Hoa Sen]] <b>")
        .write("/signature/link", "https://hoasen.example/cham-soc")
        .apply();

    Locator heading = widget.window().getByRole(AriaRole.HEADING).first();
    assertThat(heading).hasText("Hoa Mai xin chào 🌸", within());
    assertThat(widget.window().locator(".hero")).containsText("Trả lời trong năm phút");
    assertThat(widget.window().locator(".hero")).hasCSS("background-color", "rgb(124, 45, 18)");
    Locator signature = widget.window().locator(".signature");
    assertThat(signature).hasText("Được chăm sóc bởi Hoa Sen <b>");
    Locator link = signature.getByRole(AriaRole.LINK);
    assertThat(link).hasText("Hoa Sen");
    assertThat(link).hasAttribute("href", "https://hoasen.example/cham-soc");
    assertThat(link).hasAttribute("target", "_blank");
    assertThat(link).hasAttribute("rel", Pattern.compile("noopener"));
    BoundingBox panel = widget.panel().boundingBox();
    assertThat(panel.width).isEqualTo(420);
    assertThat(panel.height).isEqualTo(600);
    assertThat(widget.page().evaluate("window.stillTheSamePage")).isEqualTo(true);
  }

  @Test
  @Rows("WIN-2")
  void aColourThatCannotBeReadIsWarnedAboutAndPutRight() {
    console.open("window").write("/headerColor", "#fde68a").write("/textColor", "#ffffff");

    assertThat(console.page().locator("main")).containsText("4,5");
    console.apply();

    // The widget keeps the words readable by itself.
    assertThat(widget.window().locator(".hero"))
        .hasCSS("background-color", "rgb(253, 230, 138)", css());
    assertThat(widget.window().locator(".hero h1")).not().hasCSS("color", "rgb(255, 255, 255)");
  }

  @Test
  @Rows(value = "WIN-7", part = "WIN-6")
  void visitorsAreAskedWhatTheOwnerWantsToKnow() {
    console
        .open("window")
        .tick("Hiển thị Số điện thoại", true)
        .tick("Bắt buộc Số điện thoại", true)
        .apply();

    Locator phone = widget.window().locator("input[autocomplete='tel']");
    assertThat(phone).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(LIVE_MILLIS));
    widget.window().locator("input[autocomplete='name']").fill("Chị Hương");
    widget.window().locator("[data-function='chat']").click();
    assertThat(phone).hasAttribute("aria-invalid", "true");
    phone.fill("12");
    widget.window().locator("[data-function='chat']").click();
    assertThat(phone).hasAttribute("aria-invalid", "true");
    phone.fill("0912 345 678");
    widget.window().locator("[data-function='chat']").click();
    assertThat(widget.window().locator(".composer")).isVisible();
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
  @Rows({"LNK-1", "LNK-2", "LNK-3", "LNK-4", "LNK-5"})
  void otherLinksStandBesideTheButton() {
    // Given
    console.open("links");
    for (int i = 0; i < 5; i++) {
      console.button("Thêm liên kết").click();
    }
    assertThat(console.button("Thêm liên kết")).isDisabled();
    choose(0, "Facebook");
    choose(1, "Zalo");
    choose(2, "Skype");
    choose(3, "Điện thoại");
    choose(4, "E-mail");
    console
        .write("/items/0/target", "https://www.facebook.com/tiemhoamai")
        .write("/items/1/target", "0912")
        .write("/items/1/description", "Nhắn Zalo cho tiệm")
        .write("/items/2/target", "")
        .write("/items/3/target", "0912 345 678")
        .write("/items/4/target", "javascript:alert(1)");

    // When something that is no address of its kind is applied
    console.button("Áp dụng").click();

    // Then both faults stand beside their fields
    assertThat(console.at("/items/1/target").locator("[aria-invalid='true']")).isVisible();
    assertThat(console.at("/items/4/target").locator("[aria-invalid='true']")).isVisible();
    console.write("/items/1/target", "0912 345 678").write("/items/4/target", "hoa@hoamai.example");
    console.apply();

    // And the widget shows those with an address, in their order
    Locator links = widget.links();
    assertThat(links).hasCount(4, new LocatorAssertions.HasCountOptions().setTimeout(LIVE_MILLIS));
    assertThat(links.nth(0)).hasAttribute("href", "https://www.facebook.com/tiemhoamai");
    assertThat(links.nth(1)).hasAttribute("href", "https://zalo.me/84912345678");
    assertThat(links.nth(1)).hasAttribute("aria-label", "Nhắn Zalo cho tiệm");
    assertThat(links.nth(2)).hasAttribute("href", "tel:+84912345678");
    assertThat(links.nth(3)).hasAttribute("href", "mailto:hoa@hoamai.example");

    // And behind an arrow when the owner wants it so
    console.choose("/layout", "Thu gọn").apply();
    Locator arrow = widget.arrow();
    assertThat(arrow)
        .hasAttribute(
            "aria-expanded",
            "false",
            new LocatorAssertions.HasAttributeOptions().setTimeout(LIVE_MILLIS));
    arrow.hover();
    assertThat(arrow).hasAttribute("aria-expanded", "true");
    assertThat(links.first()).isVisible();
  }

  private void choose(int index, String kind) {
    Locator box = console.at("/items/" + index + "/kind").locator(".ant-select");
    Locator open = console.page().locator(".ant-select-dropdown:visible");
    Locator active = open.locator(".ant-select-item-option-active");
    box.click();
    active.waitFor();
    for (int i = 0; i < 10 && !kind.equals(active.getAttribute("title")); i++) {
      console.page().keyboard().press("ArrowDown");
    }
    console.page().keyboard().press("Enter");
    assertThat(box).hasText(kind);
    assertThat(open).hasCount(0);
  }

  @Test
  @Rows(
      value = "WIN-5",
      part = {"ITB-3", "ITB-5"})
  void theButtonsOfTheWindowFollowFunctionsAndDisplay() {
    console.open("window").turn("/audio", true).turn("/video", false).apply();
    Locator audio = widget.window().locator("[data-function='audio']");
    assertThat(audio).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(LIVE_MILLIS));
    assertThat(widget.window().locator("[data-function='video']")).isHidden();

    console.open("interaction-buttons");
    console.write("/chat/label", "Nhắn cho tiệm").write("/audio/label", "Gọi miễn phí");
    console.page().getByText("Chỉ có nút trò chuyện").click();
    console.apply();

    Locator chat = widget.window().locator("[data-function='chat']");
    assertThat(chat).containsText("Nhắn cho tiệm", containing());
    assertThat(audio).isHidden();

    console.page().getByText("Chia đều").click();
    console.apply();
    assertThat(audio).containsText("Gọi miễn phí", containing());
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
  @Rows({"INT-1", "INT-2", "INT-3"})
  void theSnippetIsCopiedTriedAndKeptToTheOwnersWebsites() {
    // Given
    Page page = console.open("integration").page();
    page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));

    // When
    console.button("Sao chép đoạn mã").click();

    // Then
    assertThat(page.getByText("Đã sao chép đoạn mã.")).isVisible();
    String copied = (String) page.evaluate("navigator.clipboard.readText()");
    assertThat(copied).contains("<script", business.widgetKey());

    // And every function can be tried on a page of one's own
    Page trial =
        page.waitForPopup(
            () ->
                page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("Mở trang dùng thử").setExact(false))
                    .first()
                    .click());
    assertThat(trial.locator("dakenh-widget .launcher")).isVisible();

    // And with a list, other websites show nothing
    Page stranger = website("http://khac.example/", copied);
    assertThat(stranger.locator("dakenh-widget .launcher")).isVisible();
    console.button("Thêm website").click();
    console.write("/allowed/0", "hoamai.example").apply();
    Page allowed = website("http://hoamai.example/", copied);
    assertThat(allowed.locator("dakenh-widget .launcher")).isVisible();
    stranger.waitForResponse(
        answer -> answer.url().endsWith(business.widgetKey()) && answer.status() == 404,
        stranger::reload);
    assertThat(stranger.locator("dakenh-widget")).hasCount(0);
  }

  /** A website of someone's own, with the snippet before the end of its body. */
  private Page website(String url, String snippet) {
    Page page = browsers.person("vi-VN");
    page.route(
        url,
        route ->
            route.fulfill(
                new Route.FulfillOptions()
                    .setContentType("text/html; charset=utf-8")
                    .setBody("<!doctype html><title>Website</title><body>" + snippet + "</body>")));
    page.navigate(url);
    return page;
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

  private static LocatorAssertions.HasCSSOptions css() {
    return new LocatorAssertions.HasCSSOptions().setTimeout(LIVE_MILLIS);
  }
}
