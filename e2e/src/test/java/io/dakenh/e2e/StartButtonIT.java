package io.dakenh.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import io.dakenh.contracts.rows.Rows;
import io.dakenh.e2e.browser.Browsers;
import io.dakenh.e2e.browser.SettingsPage;
import io.dakenh.e2e.browser.WidgetPage;
import io.dakenh.e2e.samples.Pictures;
import io.dakenh.e2e.suite.Business;
import io.dakenh.e2e.suite.SuiteUnderTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The start button, its popup and its pictures, from the preview to the visitor's screen. */
class StartButtonIT {
  private static final int LIVE_MILLIS = 2_000;
  private static final String RESEND =
      "Gửi lại nội dung dưới dạng tin nhắn khi cuộc trò chuyện bắt đầu";

  private Browsers browsers;
  private Business business;
  private SettingsPage console;

  @BeforeEach
  void openConsole() {
    browsers = new Browsers();
    business = Business.create(SuiteUnderTest.get(), 1);
    console = SettingsPage.signIn(browsers.person("vi-VN"), business).open("button");
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
  @Rows({"BTN-4", "BTN-5", "BTN-6", "BTN-7", "BTN-8"})
  void theStartButtonAndItsPopupFollowTheirSettings() {
    // When
    console
        .write("/name", "Hỏi tiệm hoa")
        .write("/defaultTitle", "Chào bạn ghé tiệm")
        .write("/content", "Bạn cần hoa cho dịp nào?")
        .write("/buttonLabel", "Trò chuyện ngay")
        .write("/delaySeconds", "1")
        .apply();

    // Then
    Page visitor = browsers.person("vi-VN");
    WidgetPage visit = WidgetPage.visit(visitor, business);
    assertThat(visit.launcher()).containsText("Hỏi tiệm hoa");
    assertThat(visit.popup()).containsText("Chào bạn ghé tiệm");
    assertThat(visit.popup()).containsText("Hỏi tiệm hoa");
    assertThat(visit.popup()).containsText("Bạn cần hoa cho dịp nào?");
    visit.popupButton("Trò chuyện ngay").click();
    assertThat(visit.window().locator(".hero")).isVisible();

    // And while the window is open, the button changes without a reload
    console.write("/name", "Tiệm đây ạ").apply();
    assertThat(visit.launcher())
        .containsText(
            "Tiệm đây ạ", new LocatorAssertions.ContainsTextOptions().setTimeout(LIVE_MILLIS));

    // And a delay of 0 hides the popup
    console.write("/delaySeconds", "0").apply();
    Page next = browsers.person("vi-VN");
    next.clock().install();
    WidgetPage quiet = WidgetPage.visit(next, business);
    quiet.launcher().waitFor();
    next.clock().fastForward(3_700_000);
    assertThat(quiet.popup()).hasCount(0);
  }

  @Test
  @Rows({"BTN-1", "BTN-10"})
  void thePreviewIsTheRealWidgetAndPlacesItsButton() {
    // Given the button somewhere typed in for both devices
    Page page = console.page();
    List<String> saved = new ArrayList<>();
    page.onRequest(request -> saved.add(request.method() + " " + request.url()));
    String before = publicDocument().toString();

    // When the form changes, then the preview shows it in the real widget, before anything is saved
    console
        .write("/name", "Hỏi tiệm hoa")
        .write("/content", "Bạn cần hoa cho dịp nào?")
        .write("/delaySeconds", "9");
    FrameLocator desktop = preview("máy tính");
    assertThat(desktop.locator("dakenh-widget .launcher")).containsText("Hỏi tiệm hoa");
    assertThat(desktop.locator("dakenh-widget .popup")).containsText("Bạn cần hoa cho dịp nào?");
    screen("Bắt đầu");
    assertThat(desktop.frameLocator("dakenh-widget iframe").locator(".hero")).isVisible();
    screen("Trò chuyện");
    assertThat(desktop.frameLocator("dakenh-widget iframe").locator(".bubble").first()).isVisible();
    screen("Nút");
    console.write("/name", "Nhắn tiệm hoa");
    assertThat(desktop.locator("dakenh-widget .launcher")).containsText("Nhắn tiệm hoa");

    // And the button is dragged to another corner, which the form follows
    drag(desktop.locator("dakenh-widget .launcher"), page.locator(frame("máy tính")), 90, 70);
    assertThat(corner("/desktop", "Trên trái")).isChecked();
    int desktopX = number("/desktop/offsetX");
    int desktopY = number("/desktop/offsetY");
    assertThat(desktopX).isGreaterThan(20);
    assertThat(desktopY).isGreaterThan(20);

    // And on the phone, by hand and then to the pixel by key
    device("Điện thoại");
    FrameLocator phone = preview("điện thoại");
    assertThat(phone.locator("dakenh-widget .launcher")).isVisible();
    drag(phone.locator("dakenh-widget .launcher"), page.locator(frame("điện thoại")), 60, 320);
    assertThat(corner("/phone", "Dưới trái")).isChecked();
    int phoneY = number("/phone/offsetY");
    phone.locator("dakenh-widget .launcher").press("ArrowUp");
    assertThat(input("/phone/offsetY")).hasValue(Integer.toString(phoneY + 1));
    int phoneX = number("/phone/offsetX");

    // Then nothing was written so far
    assertThat(saved)
        .noneMatch(request -> request.startsWith("PUT ") || request.contains("/publish"));
    assertThat(publicDocument().toString()).isEqualTo(before);

    // And once applied, visitors find it at those places
    WidgetPage atDesk = WidgetPage.visit(browsers.person("vi-VN"), business).open();
    console.apply();
    awaitPlace(atDesk, desktopX, desktopY, true);
    WidgetPage withPhone = WidgetPage.visit(browsers.phone("vi-VN"), business);
    withPhone.dock().waitFor();
    awaitPlace(withPhone, phoneX, phoneY + 1, false);

    // And where the owner types, every corner is one
    corner("/desktop", "Dưới trái").check();
    console.write("/desktop/offsetX", "64").write("/desktop/offsetY", "1001");
    console.button("Áp dụng").click();
    assertThat(console.at("/desktop/offsetY").locator("[aria-invalid='true']")).isVisible();
    console.write("/desktop/offsetY", "32").apply();
    awaitPlace(atDesk, 64, 32, false);
  }

  @Test
  @Rows({"BTN-2", "BTN-3", "BTN-9"})
  void thePopupIsWordsOrAPictureAndHasAFace() {
    // Given a moving face, and a popup message that comes again in the conversation
    console.upload("/avatarMediaId", "mai.gif", Pictures.gif(4));
    console.at("/avatarMediaId").locator("img").waitFor();
    console.write("/content", "Bạn cần hoa cho dịp nào?").write("/delaySeconds", "1").apply();
    console.open("popups").button("Thêm thông điệp").click();
    console
        .write("/items/0/title", "Hoa cưới")
        .write("/items/0/path", "/site/san-pham*")
        .write("/items/0/content", "Hoa cưới giảm 10 %")
        .write("/items/0/delaySeconds", "1")
        .tick(RESEND, true)
        .apply();

    // Then it is in the popup, and beside the message that the business sent by itself
    WidgetPage bride = WidgetPage.visit(browsers.person("vi-VN"), business, "san-pham.html");
    String face = shown(bride.popup().locator("img.popup-avatar"), 48);
    bride.popup().locator(".popup-go").click();
    bride.start("Chị Lan", "Mình muốn xem hoa cưới");
    bride.awaitMessage("Hoa cưới giảm 10 %");
    assertThat(shown(bride.window().locator("li.other .avatar img").first(), 48)).isEqualTo(face);
    byte[] served = browsers.requests().get(face).body();
    assertThat(Pictures.framesOf(served)).isEqualTo(4);

    // When the popup becomes a picture, of a size and at a place of its own
    console.open("button").choose("/popupKind", "Hình ảnh");
    console.button("Áp dụng").click();
    assertThat(console.at("/image")).containsText("Vui lòng nhập mục này.");
    console.upload("/image", "hoa-cuoi.jpg", Pictures.jpeg(400, 300));
    console
        .write("/image/widthPixels", "320")
        .write("/image/heightPixels", "180")
        .write("/image/offsetX", "-40")
        .write("/image/offsetY", "-25");
    FrameLocator preview = preview("máy tính");
    assertThat(preview.locator("dakenh-widget .popup img[width='320']")).isVisible();
    console.apply();

    // Then visitors see it so
    WidgetPage passer = WidgetPage.visit(browsers.person("vi-VN"), business);
    Locator picture = passer.popup().locator(".popup-picture img");
    shown(picture, 400);
    assertThat(picture).hasJSProperty("offsetWidth", 320); // as laid out: it still grows into view
    assertThat(picture).hasJSProperty("offsetHeight", 180);
    assertThat(passer.popup()).hasCSS("translate", "-40px -25px");
    assertThat(passer.popup().locator(".popup-content")).hasCount(0);
    picture.click();
    assertThat(passer.window().locator(".hero")).isVisible();

    // And words again when the owner wants words
    console.choose("/popupKind", "Nội dung").apply();
    WidgetPage reader = WidgetPage.visit(browsers.person("vi-VN"), business);
    assertThat(reader.popup()).containsText("Bạn cần hoa cho dịp nào?");
    assertThat(reader.popup().locator(".popup-picture")).hasCount(0);
  }

  @Test
  @Rows("BTN-11")
  void picturesAreJudgedByWhatIsInThem() {
    String field = "/avatarMediaId";
    refuse(field, "mai.png", Pictures.svg(), "Loại tệp này không được nhận.");
    refuse(field, "mai.svg", Pictures.svg(), "Loại tệp này không được nhận.");
    refuse(field, "mai.png", new byte[0], "Tệp này rỗng.");
    refuse(field, "mai.jpg", "không phải ảnh".getBytes(UTF_8), "Loại tệp này không được nhận.");
    console.choose(field, "mai.png", Pictures.heavyPng());
    assertThat(console.refusal(field)).containsText("quá lớn, nhiều nhất là 2 MB");
    Map.of(
            "mai.gif", Pictures.png(60, 40),
            "mai.png", Pictures.jpeg(60, 40),
            "mai.jpeg", Pictures.webp(),
            "mai.webp", Pictures.gif(3))
        .forEach(this::take);
  }

  private void refuse(String pointer, String name, byte[] bytes, String words) {
    assertThat(console.upload(pointer, name, bytes).ok()).isFalse();
    assertThat(console.refusal(pointer)).containsText(words);
  }

  /** Under a name that says something else. */
  private void take(String name, byte[] bytes) {
    JsonNode kept = json(console.upload("/avatarMediaId", name, bytes).text());
    assertThat(console.refusal("/avatarMediaId")).hasCount(0);
    shown(console.at("/avatarMediaId").locator("img"), kept.path("widthPixels").asInt());
    String type = kept.path("contentType").asText();
    assertThat(type).isIn("image/png", "image/jpeg", "image/webp", "image/gif");
    APIResponse served =
        browsers.requests().get(business.suite().url() + kept.path("url").asText());
    assertThat(served.headers().get("content-type")).isEqualTo(type);
    assertThat(served.headers().get("x-content-type-options")).isEqualTo("nosniff");
    if (name.equals("mai.webp")) {
      assertThat(Pictures.framesOf(served.body())).isEqualTo(3);
    }
  }

  /** Address of a picture, once it was really drawn. */
  private static String shown(Locator picture, int width) {
    picture.waitFor();
    assertThat(picture.evaluate("image => image.decode().then(() => image.naturalWidth)"))
        .isEqualTo(width);
    return (String) picture.evaluate("image => image.currentSrc");
  }

  private static void drag(Locator launcher, Locator frame, double toX, double toY) {
    launcher.hover();
    BoundingBox from = launcher.boundingBox();
    BoundingBox to = frame.boundingBox();
    Mouse mouse = launcher.page().mouse();
    mouse.move(from.x + from.width / 2, from.y + from.height / 2);
    mouse.down();
    mouse.move(to.x + toX, to.y + toY, new Mouse.MoveOptions().setSteps(10));
    mouse.up();
  }

  private void awaitPlace(WidgetPage widget, int x, int y, boolean top) {
    Page page = widget.page();
    page.waitForCondition(
        () -> {
          BoundingBox dock = widget.dock().boundingBox();
          double fromEdge = top ? dock.y : page.viewportSize().height - dock.y - dock.height;
          return Math.abs(dock.x - x) < 1 && Math.abs(fromEdge - y) < 1;
        },
        new Page.WaitForConditionOptions().setTimeout(LIVE_MILLIS));
  }

  private FrameLocator preview(String device) {
    return console.page().frameLocator(frame(device));
  }

  private static String frame(String device) {
    return "iframe[title='Khung chat trên " + device + "']";
  }

  private void screen(String name) {
    segment("Màn hình xem trước", name);
  }

  private void device(String name) {
    segment("Thiết bị xem trước", name);
  }

  private void segment(String group, String name) {
    console
        .page()
        .getByLabel(group)
        .getByText(name, new Locator.GetByTextOptions().setExact(true))
        .click();
  }

  private Locator corner(String device, String name) {
    return console
        .at(device + "/corner")
        .getByRole(AriaRole.RADIO, new Locator.GetByRoleOptions().setName(name));
  }

  private Locator input(String pointer) {
    return console.at(pointer).locator("input").last();
  }

  private int number(String pointer) {
    return Integer.parseInt(input(pointer).inputValue());
  }

  private JsonNode publicDocument() {
    return business
        .suite()
        .client()
        .get(null, "/api/config/v1/public/widgets/" + business.widgetKey())
        .successful()
        .body();
  }

  private static JsonNode json(String text) {
    try {
      return new ObjectMapper().readTree(text);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
