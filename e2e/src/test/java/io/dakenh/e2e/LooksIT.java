package io.dakenh.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import io.dakenh.e2e.browser.Browsers;
import io.dakenh.e2e.browser.DeskPage;
import io.dakenh.e2e.browser.WidgetPage;
import io.dakenh.e2e.suite.Business;
import io.dakenh.e2e.suite.SuiteUnderTest;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Pages that people with a screen reader can use; leaves a screenshot of each under {@code
 * target/screenshots}.
 */
class LooksIT {
  private static final List<String> OWNER_PAGES =
      List.of(
          "/settings/departments",
          "/settings/sounds",
          "/settings/canned-messages",
          "/staff",
          "/settings/popups",
          "/settings/sequences",
          "/settings/button",
          "/settings/window",
          "/settings/interaction-buttons",
          "/settings/links",
          "/settings/integration",
          "/settings/audit",
          "/settings/channels",
          "/minutes",
          "/referral");

  private Browsers browsers;

  @BeforeEach
  void openBrowsers() {
    browsers = new Browsers();
  }

  @AfterEach
  void closeBrowsers() {
    browsers.close();
  }

  @Test
  void consolePagesAreAccessibleOnDesktopAndPhone() {
    Business business = Business.create(SuiteUnderTest.get(), 2);
    // Each language and each width once.
    for (boolean phone : new boolean[] {false, true}) {
      String locale = phone ? "en-US" : "vi-VN";
      Page page = withoutMotion(phone ? browsers.phone(locale) : browsers.person(locale));
      if (phone) {
        // The console speaks Vietnamese until a person chooses otherwise.
        page.addInitScript("localStorage.setItem('dakenh.language', 'en')");
      }
      DeskPage.signIn(page, business, business.owner());
      look(page, shot("desk", locale, phone));
      for (String path : OWNER_PAGES) {
        page.navigate(business.suite().url() + path);
        page.locator("main h1").first().waitFor();
        page.locator(".ant-skeleton").first().waitFor(Browsers.gone());
        look(page, shot(path.substring(path.lastIndexOf('/') + 1), locale, phone));
      }
      page.context().close();
    }
    assertThat(browsers.pageErrors()).isEmpty();
  }

  @Test
  void theWidgetIsAccessible() {
    Business business = Business.create(SuiteUnderTest.get(), 1);
    for (boolean phone : new boolean[] {false, true}) {
      Page page = withoutMotion(phone ? browsers.phone("vi-VN") : browsers.person("vi-VN"));
      WidgetPage widget = WidgetPage.visit(page, business).open();
      look(page, shot("widget-start", "vi-VN", phone));
      widget.start("Chị Hương", "Còn hoa hướng dương không ạ?");
      widget.awaitAllSent();
      look(page, shot("widget-talk", "vi-VN", phone));
      page.context().close();
    }
    assertThat(browsers.pageErrors()).isEmpty();
  }

  /** The widget, which a preview draws whenever it is ready, fades nothing in for such people. */
  private static Page withoutMotion(Page page) {
    page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
    return page;
  }

  /** What is still fading in has the colours of neither before nor after. */
  private static void awaitStill(Page page) {
    for (Frame frame : page.frames()) {
      frame.waitForFunction(
          """
          () => document.getAnimations().every(({ playState, effect }) =>
              playState !== 'running' || effect.getComputedTiming().endTime === Infinity)
          """);
    }
  }

  private static void look(Page page, String name) {
    awaitStill(page);
    page.screenshot(
        new Page.ScreenshotOptions().setPath(Path.of("target/screenshots", name + ".png")));
    assertAccessible(page, name);
  }

  private static void assertAccessible(Page page, String name) {
    List<Rule> serious =
        new AxeBuilder(page)
            .analyze().getViolations().stream()
                .filter(
                    rule ->
                        "serious".equals(rule.getImpact()) || "critical".equals(rule.getImpact()))
                .toList();
    assertThat(serious)
        .as(name)
        .extracting(rule -> rule.getId() + " " + rule.getNodes().getFirst().getHtml())
        .isEmpty();
  }

  private static String shot(String name, String locale, boolean phone) {
    return name + "-" + locale.substring(0, 2) + (phone ? "-phone" : "-desktop");
  }
}
