package io.dakenh.e2e.browser;

import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The people of one scenario: each has a context of their own in the one Chromium of the run, so
 * nobody shares cookies or storage. Closing sends them all home.
 */
public final class Browsers implements AutoCloseable {
  private static final List<String> FLAGS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          // Websites of tests have names of their own; the suite they load the widget from is
          // local.
          "--disable-features=LocalNetworkAccessChecks,WebRtcHideLocalIpsWithMdns",
          // A beep and a moving picture instead of microphone and camera, which nobody is asked
          // for.
          "--use-fake-device-for-media-stream",
          "--use-fake-ui-for-media-stream",
          "--disable-dev-shm-usage");
  private static final int PATIENCE_MILLIS = 20_000;

  static {
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
  }

  /** Started by the first scenario and ended with the run; a start takes seconds. */
  private static final Playwright PLAYWRIGHT = Playwright.create();

  private static Browser running;

  private final List<BrowserContext> contexts = new ArrayList<>();
  private final List<String> consoleErrors = new ArrayList<>();
  private APIRequestContext requests;

  /** Another one, should a scenario have brought the last one down. */
  private static Browser browser() {
    if (running == null || !running.isConnected()) {
      running =
          PLAYWRIGHT
              .chromium()
              .launch(
                  new BrowserType.LaunchOptions()
                      .setExecutablePath(chromium())
                      .setHeadless(true)
                      .setArgs(FLAGS));
    }
    return running;
  }

  /** A person at a desk. */
  public Page person(String locale) {
    return open(new Browser.NewContextOptions().setLocale(locale).setViewportSize(1280, 800));
  }

  /** Requests of no page, as other programs send them. */
  public APIRequestContext requests() {
    if (requests == null) {
      requests = PLAYWRIGHT.request().newContext();
    }
    return requests;
  }

  /** A person with a phone. */
  public Page phone(String locale) {
    return open(
        new Browser.NewContextOptions()
            .setLocale(locale)
            .setViewportSize(390, 844)
            .setHasTouch(true)
            .setIsMobile(true));
  }

  /** To wait until something is no longer on the page. */
  public static Locator.WaitForOptions gone() {
    return new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED);
  }

  /**
   * Elements whose whole text is this one; the browser reads the pattern, so Java's own quoting
   * does not do.
   */
  public static Locator.FilterOptions exactly(String text) {
    String escaped = text.replaceAll("[.*+?^${}()|\\[\\]\\\\/]", "\\\\$0");
    return new Locator.FilterOptions().setHasText(Pattern.compile("^\\s*" + escaped + "\\s*$"));
  }

  /** Uncaught page errors so far; a scenario that ends well has none. */
  public List<String> pageErrors() {
    return List.copyOf(consoleErrors);
  }

  private Page open(Browser.NewContextOptions options) {
    BrowserContext context = browser().newContext(options.setTimezoneId("Asia/Ho_Chi_Minh"));
    contexts.add(context);
    context.setDefaultTimeout(PATIENCE_MILLIS);
    Page page = context.newPage();
    page.onPageError(consoleErrors::add);
    return page;
  }

  private static Path chromium() {
    String told = System.getenv("CHROMIUM");
    return Stream.of(
            told == null ? "/usr/bin/chromium" : told,
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "no Chromium found: install the package chromium, or set CHROMIUM"));
  }

  @Override
  public void close() {
    contexts.forEach(BrowserContext::close);
    contexts.clear();
    if (requests != null) {
      requests.dispose();
      requests = null;
    }
  }
}
