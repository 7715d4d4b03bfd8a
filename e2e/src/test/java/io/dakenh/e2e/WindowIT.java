package io.dakenh.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.dakenh.e2e.browser.Studio.soon;
import static io.dakenh.e2e.browser.Studio.soonContains;
import static io.dakenh.e2e.browser.Studio.soonHidden;
import static io.dakenh.e2e.browser.Studio.soonStyled;
import static io.dakenh.e2e.browser.Studio.soonTexts;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import io.dakenh.contracts.rows.Rows;
import io.dakenh.e2e.browser.DeskPage;
import io.dakenh.e2e.browser.SettingsPage;
import io.dakenh.e2e.browser.Studio;
import io.dakenh.e2e.browser.WidgetPage;
import io.dakenh.e2e.samples.Pictures;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The chat window follows its settings while it is open: look, size, questions, signature. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WindowIT {
  private Studio studio;
  private SettingsPage console;
  private WidgetPage widget;

  @BeforeAll
  void open() {
    studio = new Studio(1);
    console = studio.console();
    widget = studio.widget();
  }

  @AfterAll
  void close() {
    studio.close();
  }

  @Test
  @Rows(
      value = {"WIN-1", "WIN-3", "WIN-4", "WIN-15", "WIN-16"},
      part = "GEN-3")
  void itsWordsColoursAndSignatureShowAtOnce() {
    console
        .open("window")
        .write("/headerColor", "#7c2d12")
        .write("/textColor", "#ffffff")
        .write("/title", "Hoa Mai xin chào 🌸")
        .write("/description", "Trả lời trong năm phút, từ 7:30 đến 21:00")
        .upload("/signature/mediaId", Pictures.png("hoa-sen.png", 96, 28))
        .write("/signature/text", "Được chăm sóc bởi [[Hoa Sen]] và [[bạn bè]] <b>")
        .write("/signature/link", "https://hoasen.example/cham-soc")
        .apply();

    soonTexts(widget.window().getByRole(AriaRole.HEADING).first(), "Hoa Mai xin chào 🌸");
    assertThat(widget.window().locator(".hero")).containsText("Trả lời trong năm phút");
    assertThat(widget.window().locator(".hero")).hasCSS("background-color", "rgb(124, 45, 18)");
    assertThat(widget.window().locator(".hero h1")).hasCSS("color", "rgb(255, 255, 255)");
    assertSigned(widget, "Được chăm sóc bởi Hoa Sen và bạn bè <b>");

    // On the chat screen too
    WidgetPage talking = studio.newVisitor().start("Chị Hương", "Chào tiệm");
    assertSigned(talking, "Được chăm sóc bởi Hoa Sen và bạn bè <b>");

    // And marks that do not match make no link, nor do those without an address, on neither screen
    console.write("/signature/text", "Được chăm sóc bởi [[Hoa Sen <i>").apply();
    assertPlain(talking, "Được chăm sóc bởi [[Hoa Sen <i>");
    console.write("/signature/text", "Của [[Hoa Sen]] <i>").write("/signature/link", "").apply();
    assertPlain(talking, "Của Hoa Sen <i>");

    // Nor does anything but a website
    console.write("/signature/text", "[[Hoa Sen]]").write("/signature/link", "javascript:alert(1)");
    assertThat(console.refusals()).hasCount(1);
    assertThat(console.at("/signature/link").locator("[aria-invalid='true']")).isVisible();
  }

  private void assertPlain(WidgetPage talking, String text) {
    for (WidgetPage each : new WidgetPage[] {widget, talking}) {
      Locator signature = each.window().locator(".signature");
      soonTexts(signature, text);
      assertThat(signature.getByRole(AriaRole.LINK)).hasCount(0);
    }
  }

  private static void assertSigned(WidgetPage widget, String text) {
    Locator signature = widget.window().locator(".signature");
    soonTexts(signature, text);
    Locator links = signature.getByRole(AriaRole.LINK);
    assertThat(links).hasText(new String[] {"Hoa Sen", "bạn bè"});
    for (Locator link : links.all()) {
      assertThat(link).hasAttribute("href", "https://hoasen.example/cham-soc");
      assertThat(link).hasAttribute("target", "_blank");
      assertThat(link).hasAttribute("rel", Pattern.compile("noopener"));
      // Blue: less red and green than blue.
      assertThat(
              link.evaluate(
                  "a => { const [r, g, b] = getComputedStyle(a).color.match(/\\d+/g).map(Number); return b > r && b > g; }"))
          .isEqualTo(true);
    }
    assertThat(signature.locator("img").evaluate("i => i.decode().then(() => i.naturalWidth)"))
        .isEqualTo(96);
  }

  @Test
  @Rows("WIN-2")
  void aColourThatCannotBeReadIsWarnedAboutAndPutRight() {
    console.open("window").write("/headerColor", "#fde68a").write("/textColor", "#ffffff");

    assertThat(console.page().locator("main")).containsText("4,5");
    console.apply();

    // The widget keeps the words readable by itself.
    soonStyled(widget.window().locator(".hero"), "background-color", "rgb(253, 230, 138)");
    assertThat(widget.window().locator(".hero h1")).not().hasCSS("color", "rgb(255, 255, 255)");
  }

  @Test
  @Rows("WIN-14")
  void itsSizeStaysWithinBoundsAndWithinEveryScreen() {
    // Given sizes nobody may choose
    console.open("window").write("/widthPixels", "641").write("/heightPixels", "359");
    assertThat(console.refusals()).hasCount(2);
    console.write("/widthPixels", "279").write("/heightPixels", "901");
    assertThat(console.refusals()).hasCount(2);

    // When the smallest is chosen, and then the largest
    console.write("/widthPixels", "280").write("/heightPixels", "360").apply();
    soon(widget.page(), () -> isSize(widget, 280, 360));
    console.write("/widthPixels", "640").write("/heightPixels", "900").apply();
    soon(
        widget.page(), () -> isSize(widget, 640, 900) || widget.panel().boundingBox().width == 640);

    // Then it is never larger than the screen
    for (int[] screen : new int[][] {{1280, 800}, {1600, 1100}, {560, 600}}) {
      widget.page().setViewportSize(screen[0], screen[1]);
      assertWithin(widget.panel().boundingBox(), screen);
    }
    widget.page().setViewportSize(1600, 1100);
    soon(widget.page(), () -> isSize(widget, 640, 900));
    widget.page().setViewportSize(1280, 800);

    // And fills that of a phone
    WidgetPage phone = WidgetPage.visit(studio.browsers().phone("vi-VN"), studio.business()).open();
    soon(phone.page(), () -> isAt(phone, 0, 0) && isSize(phone, 390, 844));
  }

  private static boolean isAt(WidgetPage widget, int x, int y) {
    BoundingBox box = widget.panel().boundingBox();
    return box.x == x && box.y == y;
  }

  private static boolean isSize(WidgetPage widget, int width, int height) {
    BoundingBox box = widget.panel().boundingBox();
    return box.width == width && box.height == height;
  }

  private static void assertWithin(BoundingBox box, int[] screen) {
    assertThat(box.x).isNotNegative();
    assertThat(box.y).isNotNegative();
    assertThat(box.x + box.width).isLessThanOrEqualTo(screen[0]);
    assertThat(box.y + box.height).isLessThanOrEqualTo(screen[1]);
  }

  @Test
  @Rows({"WIN-6", "WIN-7"})
  void visitorsAreAskedWhatTheOwnerWantsToKnowAndTheDeskHasTheAnswers() {
    // Given every question there is, four of one's own among them, in an order of one's own
    DeskPage desk = studio.desk(0);
    console
        .open("window")
        .tick("Hiển thị Số điện thoại", true)
        .tick("Bắt buộc Số điện thoại", true)
        .tick("Hiển thị E-mail", true)
        .tick("Hiển thị Nội dung cần hỗ trợ", true)
        .tick("Bắt buộc Nội dung cần hỗ trợ", true);
    own(4, "Tên cửa hàng", "Một dòng");
    own(5, "Số bông", "Số");
    own(6, "Ghi chú", "Nhiều dòng");
    own(7, "Dịp tặng", "Lựa chọn");
    console.write("/fields/7/choices/0", "Cưới").write("/fields/7/choices/1", "Sinh nhật");
    console.tick("Bắt buộc Dịp tặng", true);
    for (int i = 0; i < 7; i++) {
      console.button("Đưa Dịp tặng lên").click();
    }

    // When
    console.apply();

    // Then they are asked in that order
    Locator asked = widget.window().locator("form .label > span:first-child");
    soonTexts(
        asked,
        "Dịp tặng",
        "Tên của bạn",
        "Số điện thoại",
        "Email",
        "Tin nhắn",
        "Tên cửa hàng",
        "Số bông",
        "Ghi chú");

    // And nothing begins before what is required is there, and right
    Locator begin = widget.window().locator("[data-function='chat']");
    Locator wrong = widget.window().locator("form [aria-invalid='true']");
    begin.click();
    assertThat(wrong).hasCount(4);
    field("Dịp tặng").selectOption("Cưới");
    field("Tên của bạn").fill("Cô Lan");
    field("Số điện thoại").fill("12");
    field("Email").fill("lan@");
    field("Tin nhắn").fill("Mình muốn đặt hoa cưới");
    field("Số bông").fill("mười");
    begin.click();
    assertThat(wrong).hasCount(3);
    field("Số điện thoại").fill("0912 345 678");
    field("Email").fill("lan@example.vn");
    field("Số bông").fill("10");
    field("Tên cửa hàng").fill("Hoa Sen");
    field("Ghi chú").fill("Giao trước 9 giờ");
    begin.click();
    assertThat(widget.window().locator(".composer")).isVisible();

    // And whoever answers has the answers
    desk.join("Cô Lan");
    Locator known = desk.contactPanel();
    for (String answer :
        new String[] {"Cô Lan", "0912 345 678", "lan@example.vn", "Cưới", "10", "Hoa Sen"}) {
      assertThat(known).containsText(answer);
    }
    assertThat(known.locator("dt", new Locator.LocatorOptions().setHasText("Dịp tặng")))
        .isVisible();
    desk.awaitMessage("Mình muốn đặt hoa cưới");

    // And what is no longer asked is gone at once
    WidgetPage later = studio.newVisitor();
    console.tick("Hiển thị E-mail", false).tick("Bắt buộc Số điện thoại", false).apply();
    soonHidden(later.window().locator("input[autocomplete='email']"));
    soonContains(later.window().locator("form"), "Số điện thoại (không bắt buộc)");
  }

  private void own(int index, String label, String kind) {
    console.button("Thêm câu hỏi riêng").click();
    console.write("/fields/" + index + "/label", label);
    console.choose("/fields/" + index + "/kind", kind);
  }

  private Locator field(String label) {
    return widget
        .window()
        .locator("form label", new FrameLocator.LocatorOptions().setHasText(label))
        .locator("input, textarea, select");
  }
}
