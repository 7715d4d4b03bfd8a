package io.dakenh.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.dakenh.e2e.suite.Business;
import io.dakenh.e2e.suite.SuiteUnderTest;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

/**
 * One business with its owner at the console and a visitor whose window stays open: what is set on
 * one side is to show on the other within two seconds, without a reload. The scenarios of a class
 * share one.
 */
public final class Studio implements AutoCloseable {
  private static final int LIVE_MILLIS = 2_000;

  private final Browsers browsers = new Browsers();
  private final Business business;
  private final SettingsPage console;
  private final WidgetPage widget;

  /** Opens everything, for a business with so many agents. */
  public Studio(int agents) {
    business = Business.create(SuiteUnderTest.get(), agents);
    console = SettingsPage.signIn(browsers.person("vi-VN"), business);
    widget = WidgetPage.visit(browsers.person("vi-VN"), business).open();
    widget.page().evaluate("window.stillTheSamePage = true");
  }

  /** People in front of more browsers. */
  public Browsers browsers() {
    return browsers;
  }

  /** The business. */
  public Business business() {
    return business;
  }

  /** The owner's console. */
  public SettingsPage console() {
    return console;
  }

  /** The open window of a visitor who was there before anything was set. */
  public WidgetPage widget() {
    return widget;
  }

  /** Somebody else who opens the window only now. */
  public WidgetPage newVisitor() {
    return WidgetPage.visit(browsers.person("vi-VN"), business).open();
  }

  /** One of the agents signs in at a desk. */
  public DeskPage desk(int agent) {
    return DeskPage.signIn(browsers.person("vi-VN"), business, business.agents().get(agent));
  }

  /** In an open window: soon. */
  public static void soonVisible(Locator locator) {
    PlaywrightAssertions.assertThat(locator)
        .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(LIVE_MILLIS));
  }

  /** In an open window: soon no longer. */
  public static void soonHidden(Locator locator) {
    PlaywrightAssertions.assertThat(locator)
        .isHidden(new LocatorAssertions.IsHiddenOptions().setTimeout(LIVE_MILLIS));
  }

  /** In an open window: soon exactly these, in this order. */
  public static void soonTexts(Locator locator, String... texts) {
    PlaywrightAssertions.assertThat(locator)
        .hasText(texts, new LocatorAssertions.HasTextOptions().setTimeout(LIVE_MILLIS));
  }

  /** In an open window: soon with this in it. */
  public static void soonContains(Locator locator, String text) {
    PlaywrightAssertions.assertThat(locator)
        .containsText(text, new LocatorAssertions.ContainsTextOptions().setTimeout(LIVE_MILLIS));
  }

  /** In an open window: soon in this style. */
  public static void soonStyled(Locator locator, String property, String value) {
    PlaywrightAssertions.assertThat(locator)
        .hasCSS(property, value, new LocatorAssertions.HasCSSOptions().setTimeout(LIVE_MILLIS));
  }

  /** In an open window: soon of this class. */
  public static void soonOfClass(Locator locator, Pattern pattern) {
    PlaywrightAssertions.assertThat(locator)
        .hasClass(pattern, new LocatorAssertions.HasClassOptions().setTimeout(LIVE_MILLIS));
  }

  /** In an open window: soon true. */
  public static void soon(Page page, BooleanSupplier holds) {
    page.waitForCondition(holds, new Page.WaitForConditionOptions().setTimeout(LIVE_MILLIS));
  }

  /** The visitor's page was never loaded again, and nobody saw a script error. */
  @Override
  public void close() {
    try {
      assertThat(widget.page().evaluate("window.stillTheSamePage")).isEqualTo(true);
      assertThat(browsers.pageErrors()).isEmpty();
    } finally {
      browsers.close();
    }
  }
}
