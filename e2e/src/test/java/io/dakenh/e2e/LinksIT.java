package io.dakenh.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.dakenh.e2e.browser.Studio.soonHidden;
import static io.dakenh.e2e.browser.Studio.soonVisible;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.dakenh.contracts.rows.Rows;
import io.dakenh.e2e.browser.SettingsPage;
import io.dakenh.e2e.browser.Studio;
import io.dakenh.e2e.browser.WidgetPage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Other links beside the start button and the window, as the owner orders them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LinksIT {
  private Studio studio;
  private SettingsPage console;
  private WidgetPage widget;

  @BeforeAll
  void open() {
    studio = new Studio(0);
    console = studio.console();
    widget = studio.widget();
  }

  @AfterAll
  void close() {
    studio.close();
  }

  @Test
  @Rows({"LNK-1", "LNK-2", "LNK-3", "LNK-4", "LNK-5"})
  void theyFollowTheirSettings() {
    // Given five, and no more
    console.open("links");
    for (int i = 0; i < 5; i++) {
      console.button("Thêm liên kết").click();
    }
    assertThat(console.button("Thêm liên kết")).isDisabled();

    // When something that is no address of its kind is applied, then it is named
    targets("javascript:alert(1)", "0912", "tiệm hoa", "https://evil.example/a", "số của tôi");
    assertThat(console.refusals()).hasCount(5);

    // And five kinds show in their order, but for the one without an address
    targets("https://www.facebook.com/hoamai", "0912 345 678", "hoamai.shop", "@hoamai", "");
    console.write("/items/1/description", "Nhắn Zalo cho tiệm").apply();
    shows(
        "https://www.facebook.com/hoamai",
        "https://zalo.me/84912345678",
        "https://m.me/hoamai.shop",
        "https://t.me/hoamai");
    console.button("Đưa Zalo lên").click();
    console.write("/items/4/target", "0912345678").apply();
    shows(
        "https://zalo.me/84912345678",
        "https://www.facebook.com/hoamai",
        "https://m.me/hoamai.shop",
        "https://t.me/hoamai",
        "https://wa.me/84912345678");

    // And the description is tooltip and name, with the window open or closed
    assertDescribed("Nhắn Zalo cho tiệm");
    widget.launcher().click();
    assertThat(widget.panel()).isHidden();
    assertDescribed("Nhắn Zalo cho tiệm");
    widget.launcher().click();

    // And so do the other five
    for (int i = 0; i < 5; i++) {
      choose(i, new String[] {"Viber", "TikTok", "Skype", "Điện thoại", "E-mail"}[i]);
    }
    targets("0912 345 678", "@hoa.mai", "live:hoamai", "028 3822 5678", "hoa@hoamai.example");
    console.apply();
    shows(
        "viber://chat?number=%2B84912345678",
        "https://www.tiktok.com/@hoa.mai",
        "skype:live:hoamai?chat",
        "tel:+842838225678",
        "mailto:hoa@hoamai.example");

    collapsedTheyOpenByPointerFocusAndTap();
  }

  private void assertDescribed(String description) {
    Locator link = widget.links().first();
    assertThat(link).isVisible();
    assertThat(link).hasAttribute("aria-label", description);
    Locator tip = widget.page().locator("dakenh-widget .links .tip").first();
    widget.page().mouse().move(5, 5);
    assertThat(tip).isHidden();
    link.hover();
    assertThat(tip).isVisible();
    assertThat(tip).hasText(description);
    widget.page().mouse().move(5, 5);
  }

  private void collapsedTheyOpenByPointerFocusAndTap() {
    WidgetPage closed = WidgetPage.visit(studio.browsers().person("vi-VN"), studio.business());
    WidgetPage phone = WidgetPage.visit(studio.browsers().phone("vi-VN"), studio.business());
    console.choose("/layout", "Thu gọn").apply();

    // Beside the open window, by pointer
    soonVisible(widget.arrow());
    soonHidden(widget.links().first());
    widget.arrow().hover();
    assertThat(widget.links().first()).isVisible();
    widget.page().mouse().move(5, 5);
    assertThat(widget.links().first()).isHidden();

    // Beside the start button, by keyboard
    closed.page().reload();
    assertThat(closed.arrow()).hasAttribute("aria-expanded", "false");
    closed.arrow().focus();
    assertThat(closed.arrow()).hasAttribute("aria-expanded", "true");
    closed.page().keyboard().press("Tab");
    assertThat(closed.links().first()).isFocused();
    closed.page().keyboard().press("Escape");
    assertThat(closed.links().first()).isHidden();

    // On a phone, by tap; in the window that fills the screen they stand below everything else
    phone.page().reload();
    phone.arrow().tap();
    assertThat(phone.links()).hasCount(5);
    assertThat(phone.links().last()).isVisible();
    phone.arrow().tap();
    assertThat(phone.links().last()).isHidden();
    phone.open();
    FrameLocator window = phone.window();
    assertThat(window.locator(".links a")).hasCount(5);
    assertThat(window.locator(".links a").last()).hasAttribute("href", "mailto:hoa@hoamai.example");
  }

  private void targets(String... targets) {
    for (int i = 0; i < targets.length; i++) {
      console.write("/items/" + i + "/target", targets[i]);
    }
  }

  /** In the open window: soon exactly these addresses, in this order. */
  private void shows(String... urls) {
    assertThat(widget.links())
        .hasCount(urls.length, new LocatorAssertions.HasCountOptions().setTimeout(2_000));
    for (int i = 0; i < urls.length; i++) {
      assertThat(widget.links().nth(i))
          .hasAttribute(
              "href", urls[i], new LocatorAssertions.HasAttributeOptions().setTimeout(2_000));
      assertThat(widget.links().nth(i)).isVisible();
    }
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
}
