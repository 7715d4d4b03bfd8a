package io.dakenh.e2e.browser;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.dakenh.e2e.suite.Business;
import java.util.List;
import java.util.regex.Pattern;

/** A visitor on a website that embeds the widget. */
public final class WidgetPage {
  private static final String WINDOW = "iframe[title='Cửa sổ trò chuyện']";

  private final Page page;

  private WidgetPage(Page page) {
    this.page = page;
  }

  /** Opens the trial website of a business. */
  public static WidgetPage visit(Page page, Business business) {
    page.navigate(business.suite().url() + "/site/?key=" + business.widgetKey());
    return new WidgetPage(page);
  }

  /** Opens one page of the trial website. */
  public static WidgetPage visit(Page page, Business business, String path) {
    page.navigate(business.suite().url() + "/site/" + path + "?key=" + business.widgetKey());
    return new WidgetPage(page);
  }

  /** The page that embeds the widget. */
  public Page page() {
    return page;
  }

  /** Presses the launcher. */
  public WidgetPage open() {
    launcher().click();
    window().locator(".card, .composer").first().waitFor();
    return this;
  }

  /** Starts a conversation with a name, as a new business asks for it, and says something. */
  public WidgetPage start(String name, String text) {
    window().locator("input[autocomplete='name']").fill(name);
    window().locator("[data-function='chat']").click();
    composer().waitFor();
    say(text);
    return this;
  }

  /** Writes and presses Enter. */
  public void say(String text) {
    composer().fill(text);
    composer().press("Enter");
  }

  /** Waits until a message with this text is shown, from whomever. */
  public void awaitMessage(String text) {
    bubbles().filter(Browsers.exactly(text)).first().waitFor();
  }

  /** Waits until nothing of one's own is still on its way. */
  public void awaitAllSent() {
    window()
        .locator("li.own.sending, li.own.queued, li.own.failed")
        .first()
        .waitFor(
            new Locator.WaitForOptions()
                .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED)
                .setTimeout(60_000));
  }

  /** How far one's own last message has come. */
  public Locator receipt() {
    return window().locator(".receipt");
  }

  /** Waits for the notice that someone joined. */
  public void awaitJoined(String agentName) {
    window().getByText(agentName + " đã tham gia cuộc trò chuyện").first().waitFor();
  }

  /** Texts of all messages, in the order shown. */
  public List<String> messages() {
    return bubbles().allInnerTexts().stream().map(String::strip).toList();
  }

  /** The app inside its frame. */
  public FrameLocator window() {
    return page.frameLocator(WINDOW);
  }

  /** The document inside the window of a page, to look into what it does. */
  static Frame frame(Page page) {
    return page.frames().stream()
        .filter(each -> each.url().contains("/widget/v1/app.html"))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("the widget was not opened"));
  }

  /** The round button on the page. */
  public Locator launcher() {
    return page.getByRole(
        AriaRole.BUTTON,
        new Page.GetByRoleOptions().setName(Pattern.compile("(Mở|Đóng) cửa sổ trò chuyện")));
  }

  /** The window as it stands on the website. */
  public Locator panel() {
    return page.locator("dakenh-widget .window");
  }

  /** The button with the links beside it. */
  public Locator dock() {
    return page.locator("dakenh-widget .dock");
  }

  /** The message beside the button. */
  public Locator popup() {
    return page.locator("dakenh-widget .popup");
  }

  /** The popup's own button. */
  public Locator popupButton(String name) {
    return popup().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name));
  }

  /** Links beside the button, in their order. */
  public Locator links() {
    return page.locator("dakenh-widget .links a");
  }

  /** What opens collapsed links. */
  public Locator arrow() {
    return page.locator("dakenh-widget .links .arrow");
  }

  /** Who is named above what others said, and in the head of the conversation. */
  public Locator authors() {
    return window().locator("li.other .said > .meta:first-child bdi");
  }

  /** The conversation's head: name and picture of who answers. */
  public Locator head() {
    return window().locator(".thread .head");
  }

  /** Lines that nobody wrote, such as who joined. */
  public Locator notices() {
    return window().locator("li.notice");
  }

  /** The field to write in. */
  public Locator composer() {
    return window().locator(".composer textarea");
  }

  private Locator bubbles() {
    return window().locator(".bubble");
  }
}
