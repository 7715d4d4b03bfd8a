package io.dakenh.e2e.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.dakenh.e2e.suite.Business;
import java.util.regex.Pattern;

/** Tích hợp / Đa kênh / Cấu hình / Kênh tương tác, as an owner uses it. */
public final class ChannelsPage {
  private final Page page;
  private final Business business;

  private ChannelsPage(Page page, Business business) {
    this.page = page;
    this.business = business;
  }

  /** Signs the owner in and opens the page. */
  public static ChannelsPage signIn(Page page, Business business) {
    DeskPage.signIn(page, business, business.owner());
    return new ChannelsPage(page, business).open();
  }

  /** Opens the page. */
  public ChannelsPage open() {
    page.navigate(business.suite().url() + "/settings/channels");
    page.locator("main h1").waitFor();
    page.locator(".ant-skeleton").first().waitFor(Browsers.gone());
    return this;
  }

  /** The browser page. */
  public Page page() {
    return page;
  }

  /** Chooses a way to log in; the browser is at the provider's dialog when this returns. */
  public void login(String with) {
    page.getByTestId("add-link").first().click();
    page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(with)).click();
    page.waitForURL(Pattern.compile("^(?!" + Pattern.quote(business.suite().url()) + ").*"));
  }

  /** The Pages one may choose from. */
  public Locator choices() {
    return page.getByTestId("page-choices").locator("li");
  }

  /** Ticks these Pages in the choice, no others, and links them. */
  public void link(String... names) {
    choices().first().waitFor();
    for (String name : names) {
      choices()
          .filter(new Locator.FilterOptions().setHasText(name))
          .getByRole(AriaRole.CHECKBOX)
          .setChecked(true);
    }
    page.getByRole(AriaRole.DIALOG)
        .getByRole(
            AriaRole.BUTTON,
            new Locator.GetByRoleOptions().setName(Pattern.compile("^Liên kết \\d+ trang$")))
        .click();
    page.getByRole(AriaRole.DIALOG).waitFor(Browsers.gone());
  }

  /** A linked Page or OA. */
  public Locator channel(String name) {
    return page.getByTestId("channel").filter(new Locator.FilterOptions().setHasText(name));
  }

  /** All that are linked. */
  public Locator channels() {
    return page.getByTestId("channel");
  }

  /** Unlinks with the X and the confirmation. */
  public void unlink(String name) {
    channel(name).getByTestId("unlink").click();
    page.getByRole(AriaRole.DIALOG)
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Gỡ liên kết"))
        .click();
    channel(name).waitFor(Browsers.gone());
  }

  /** What came of a dialog. */
  public Locator outcome() {
    return page.getByTestId("link-outcome");
  }
}
