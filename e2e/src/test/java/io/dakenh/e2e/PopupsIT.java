package io.dakenh.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Clock;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.dakenh.contracts.rows.Rows;
import io.dakenh.e2e.browser.Browsers;
import io.dakenh.e2e.browser.SettingsPage;
import io.dakenh.e2e.browser.WidgetPage;
import io.dakenh.e2e.suite.Business;
import io.dakenh.e2e.suite.SuiteUnderTest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Popup messages: on which pages, when, and what becomes of them in a conversation. */
class PopupsIT {
  private static final long ANY_DELAY_MILLIS = Duration.ofSeconds(90).toMillis();
  private static final String RESEND =
      "Gửi lại nội dung dưới dạng tin nhắn khi cuộc trò chuyện bắt đầu";

  private Browsers browsers;
  private Business business;
  private SettingsPage console;

  @BeforeEach
  void openConsole() {
    browsers = new Browsers();
    business = Business.create(SuiteUnderTest.get(), 1);
    console = SettingsPage.signIn(browsers.person("vi-VN"), business);
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
  @Rows({"POP-1", "POP-2", "POP-3", "POP-4", "POP-5", "POP-6"})
  void popupsShowOnTheirPagesAndBecomeTheFirstMessage() {
    // Given the words of the start button, for pages without a message of their own
    console
        .open("button")
        .write("/name", "Hỏi tiệm hoa")
        .write("/defaultTitle", "Chào bạn ghé tiệm")
        .write("/content", "Bạn cần hoa cho dịp nào?")
        .write("/delaySeconds", "60")
        .apply();

    // And messages for some pages, one of which shall stay silent
    console.open("popups");
    add(0, "Mọi trang", "/site/san*", "Mời bạn xem tiệm", 5);
    add(1, "Hoa cưới", "HTTPS://" + host() + "/site/san-pham*", "Hoa cưới giảm 10 %", 30);
    console.tick(RESEND, true);
    add(2, "Im lặng", "/site/giao-hang.html/", "Không bao giờ hiện", 0);
    add(3, "Ưu đãi", "/site/thu/%c6%b0u-%c4%91%c3%a3i", "Tặng thiệp viết tay", 1);
    add(4, "Bảng giá", "", "Giá từ 90.000 ₫", 1);

    // When a path is missing, or told twice in other letters, the server says so beside the field
    for (String wrong :
        List.of(
            "",
            "/site/giao%2Dhang.html#phi",
            "http://" + host().toUpperCase(Locale.ROOT) + "/site/san-pham*")) {
      console.write("/items/4/path", wrong);
      console.button("Áp dụng").click();
      assertFaulty("/items/4/path");
    }
    console.write("/items/4/path", "https://hoamai.example:443/gia");
    add(5, "Bảng giá nữa", "http://HoaMai.Example/gi%61/", "Giá từ 90.000 ₫", 1);
    console.button("Áp dụng").click();
    assertFaulty("/items/5/path");
    console.write("/items/5/path", "https://hoamai.example/gia?mua=he");

    // Then why a page shows what it shows is told by the form, before anything is applied
    explain("/site/san-pham.html", "Hiện “Hoa cưới” sau 30 giây");
    assertThat(candidate("Mọi trang")).containsText("có đường dẫn dài hơn");
    assertThat(candidate("Im lặng")).containsText("Khác đường dẫn");
    assertThat(candidate("Bảng giá nữa")).containsText("Khác tên miền");
    explain("/site/giao-hang.html", "Không hiện gì trên trang này.");
    assertThat(answer()).containsText("thời gian chờ là 0");
    explain("/", "Hiện thông điệp mặc định của nút sau 1 phút");
    console.apply();

    // And visitors see the same. On the silent page nothing shows, however long they stay
    WidgetPage silent = visit("giao-hang.html");
    silent.page().clock().fastForward(ANY_DELAY_MILLIS);
    assertThat(silent.launcher()).isVisible();
    assertThat(silent.popup()).hasCount(0);

    // Where nothing matches it is the start button's, with its title, name and delay
    WidgetPage front = visit("");
    front.page().clock().fastForward(58_000);
    assertThat(front.popup()).hasCount(0);
    front.page().clock().fastForward(2_000);
    assertThat(front.popup()).containsText("Chào bạn ghé tiệm");
    assertThat(front.popup()).containsText("Hỏi tiệm hoa");

    // And where several match it is the longest path's, instead of all three of these
    WidgetPage shop = visit("san-pham.html");
    shop.page().clock().fastForward(28_000);
    assertThat(shop.popup()).hasCount(0);
    shop.page().clock().fastForward(2_000);
    assertThat(shop.popup()).containsText("Hoa cưới giảm 10 %");
    assertThat(shop.popup()).not().containsText("Hỏi tiệm hoa");

    // And as the owner ticked it, it opens the conversation that is started from it
    shop.page().clock().resume();
    shop.popup().locator(".popup-go").click();
    shop.start("Chị Lan", "Mình muốn xem hoa cưới");
    shop.awaitMessage("Hoa cưới giảm 10 %");
    shop.awaitAllSent();
    assertThat(shop.messages()).containsExactly("Hoa cưới giảm 10 %", "Mình muốn xem hoa cưới");

    // While one that is not ticked stays what it was
    WidgetPage guest = WidgetPage.visit(browsers.person("vi-VN"), business, "thu/");
    guest.page().locator("#path").fill("/site/thu/ưu-đãi");
    guest.page().locator("#go button").click();
    assertThat(guest.popup()).containsText("Tặng thiệp viết tay");
    guest.popup().locator(".popup-go").click();
    guest.start("Anh Tuấn", "Thiệp viết gì cũng được ạ?");
    guest.awaitAllSent();
    assertThat(guest.messages()).containsExactly("Thiệp viết gì cũng được ạ?");
  }

  private void add(int index, String title, String path, String content, int delay) {
    String at = "/items/" + index;
    console.button("Thêm thông điệp").click();
    console
        .write(at + "/title", title)
        .write(at + "/path", path)
        .write(at + "/content", content)
        .write(at + "/delaySeconds", Integer.toString(delay));
  }

  private void assertFaulty(String pointer) {
    assertThat(console.at(pointer).locator("[aria-invalid='true']")).isVisible();
  }

  private void explain(String path, String words) {
    console.page().getByLabel("Địa chỉ trang").fill(business.suite().url() + path);
    console.button("Kiểm tra").click();
    assertThat(answer()).containsText(words);
  }

  private Locator answer() {
    return console
        .page()
        .locator("main [aria-live='polite']")
        .filter(new Locator.FilterOptions().setHasText("Trang được hiểu là"));
  }

  private Locator candidate(String title) {
    return answer()
        .getByRole(AriaRole.LISTITEM)
        .filter(new Locator.FilterOptions().setHasText(title));
  }

  /**
   * Somebody for whom no time passes but what the scenario lets pass; returns once the widget is
   * there.
   */
  private WidgetPage visit(String path) {
    Page page = browsers.person("vi-VN");
    long now = System.currentTimeMillis();
    page.clock().install(new Clock.InstallOptions().setTime(now));
    page.clock().pauseAt(now + 1_000);
    WidgetPage widget = WidgetPage.visit(page, business, path);
    widget.launcher().waitFor();
    return widget;
  }

  private String host() {
    return business.suite().client().origin().getAuthority();
  }
}
