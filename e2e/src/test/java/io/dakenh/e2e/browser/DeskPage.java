package io.dakenh.e2e.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.dakenh.e2e.suite.Business;
import java.util.List;
import java.util.regex.Pattern;

/** An agent or owner at the desk. */
public final class DeskPage {
  private static final int LONG_ENOUGH_FOR_A_RESTART = 60_000;

  private final Page page;

  private DeskPage(Page page) {
    this.page = page;
  }

  /** Signs in through Keycloak, as a person does, and opens the desk. */
  public static DeskPage signIn(Page page, Business business, Business.Person person) {
    page.navigate(business.suite().url() + "/");
    page.locator("#username").fill(person.email());
    // With Organizations, Keycloak asks who comes before it asks for the password.
    page.locator("#kc-login").click();
    page.locator("#password").fill(person.password());
    page.locator("#kc-login").click();
    page.waitForURL(Pattern.compile(Pattern.quote(business.suite().url()) + "/(?!auth).*"));
    page.navigate(business.suite().url() + "/desk");
    DeskPage desk = new DeskPage(page);
    desk.awaitConnected();
    return desk;
  }

  /** The browser page. */
  public Page page() {
    return page;
  }

  /** Waits until the lists are there. */
  public void awaitConnected() {
    page.getByTestId("conversation-list")
        .waitFor(new Locator.WaitForOptions().setTimeout(LONG_ENOUGH_FOR_A_RESTART));
  }

  /** Touches the page once; without a gesture browsers let no page be heard. */
  public DeskPage touch() {
    page.mouse().click(1, 1);
    return this;
  }

  /** Offers on the screen. */
  public Locator offers() {
    return page.getByTestId("offer");
  }

  /** Waits for an offer and takes it. */
  public void join() {
    take(offers().first());
  }

  /** Waits for the offer of this visitor, among others maybe, and takes it. */
  public void join(String visitorName) {
    take(offer(visitorName));
  }

  /** The offer of this visitor. */
  public Locator offer(String visitorName) {
    return offers().filter(new Locator.FilterOptions().setHasText(visitorName));
  }

  /** Until its own conversation is open: another one may have been there before. */
  private void take(Locator offer) {
    String conversation = offer.getAttribute("data-conversation");
    offer.getByTestId("offer-join").click();
    composer().and(page.locator("[data-conversation='" + conversation + "']")).waitFor();
  }

  /** Opens a conversation of a list, by the visitor's name. */
  public void open(String list, String visitorName) {
    page.navigate(page.url().replaceAll("/desk.*", "/desk?view=" + list));
    conversations().filter(new Locator.FilterOptions().setHasText(visitorName)).first().click();
  }

  /** Joins a colleague in the conversation that is open. */
  public void joinColleague() {
    page.getByTestId("join").click();
    composer().waitFor();
  }

  /** Declines the first offer. */
  public void pass() {
    offers().first().getByTestId("offer-pass").click();
  }

  /** What is known of the visitor and of the way to the agent. */
  public Locator contactPanel() {
    return page.getByRole(
        AriaRole.COMPLEMENTARY, new Page.GetByRoleOptions().setName("Thông tin khách hàng"));
  }

  /** The button that takes the first offer. */
  public Locator joinButton() {
    return offers().first().getByTestId("offer-join");
  }

  /** Writes and presses Enter. */
  public void say(String text) {
    composer().fill(text);
    composer().press("Enter");
  }

  /** Waits until a message with this text is shown. */
  public void awaitMessage(String text) {
    messagesShown()
        .filter(Browsers.exactly(text))
        .first()
        .waitFor(new Locator.WaitForOptions().setTimeout(LONG_ENOUGH_FOR_A_RESTART));
  }

  /** Waits until nothing of one's own is still on its way. */
  public void awaitAllSent() {
    page.getByTestId("message-outgoing")
        .first()
        .waitFor(
            new Locator.WaitForOptions()
                .setState(WaitForSelectorState.DETACHED)
                .setTimeout(LONG_ENOUGH_FOR_A_RESTART));
  }

  /** How far one's own last message has come. */
  public Locator delivery() {
    return page.getByTestId("delivery").last();
  }

  /** Texts of all messages, in the order shown. */
  public List<String> messages() {
    return messagesShown().allInnerTexts().stream().map(String::strip).toList();
  }

  /** Rows of the list that is open. */
  public Locator conversations() {
    return page.getByTestId("conversation-row");
  }

  /** The field to answer in. */
  public Locator composer() {
    return page.locator("textarea[data-testid='composer']");
  }

  private Locator messagesShown() {
    return page.locator("[data-testid='message'] p[dir='auto']");
  }
}
