package io.dakenh.e2e.browser;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.dakenh.e2e.suite.Business;
import java.util.regex.Pattern;

/**
 * A page of Tích hợp / Đa kênh / Cấu hình, as its owner uses it. Fields are found by the JSON
 * pointer of the value they hold, which the page carries for its own fault messages.
 */
public final class SettingsPage {
  private static final int MOST_OPTIONS = 30;

  private final Page page;
  private final Business business;

  private SettingsPage(Page page, Business business) {
    this.page = page;
    this.business = business;
  }

  /** Signs the owner in. */
  public static SettingsPage signIn(Page page, Business business) {
    DeskPage.signIn(page, business, business.owner());
    return new SettingsPage(page, business);
  }

  /** Opens the page of a section. */
  public SettingsPage open(String section) {
    page.navigate(business.suite().url() + "/settings/" + section);
    page.locator("main h1").first().waitFor();
    page.locator(".ant-skeleton").first().waitFor(Browsers.gone());
    return this;
  }

  /** The browser page. */
  public Page page() {
    return page;
  }

  /** The field, or list item, of a value. */
  public Locator at(String pointer) {
    return page.locator("[data-at='" + pointer + "']").first();
  }

  /** Writes into a field, in place of what was there. */
  public SettingsPage write(String pointer, String text) {
    Locator input = at(pointer).locator("input[type='text'], input:not([type]), textarea").last();
    input.fill(text);
    input.blur();
    return this;
  }

  /** Chooses among options in sight. */
  public SettingsPage choose(String pointer, String option) {
    at(pointer).getByText(option, new Locator.GetByTextOptions().setExact(true)).click();
    return this;
  }

  /** Chooses from a list that opens, by keyboard, since only a part of it is drawn. */
  public SettingsPage pick(String pointer, String option) {
    pick(at(pointer).locator(".ant-select"), option);
    return this;
  }

  /** The same, of a list that is no field of a section. */
  public void pick(Locator box, String option) {
    Locator open = page.locator(".ant-select-dropdown:visible");
    Locator active = open.locator(".ant-select-item-option-active");
    box.click();
    active.waitFor();
    for (int i = 0; i < MOST_OPTIONS && !option.equals(active.getAttribute("title")); i++) {
      page.keyboard().press("ArrowDown");
    }
    page.keyboard().press("Enter");
    box.getByText(option, new Locator.GetByTextOptions().setExact(true)).waitFor();
    open.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
  }

  /** Chooses a file. */
  public void choose(String pointer, String name, byte[] bytes) {
    at(pointer)
        .locator("input[type='file']")
        .setInputFiles(new FilePayload(name, "application/octet-stream", bytes));
  }

  /** Uploads a file; returns what the server says of it. */
  public Response upload(String pointer, String name, byte[] bytes) {
    return page.waitForResponse(
        answer -> answer.url().contains("/api/config/v1/media?"),
        () -> choose(pointer, name, bytes));
  }

  /** What is said beside a field about a file that was not taken. */
  public Locator refusal(String pointer) {
    return at(pointer).getByRole(AriaRole.ALERT);
  }

  /** Ticks or clears a box. */
  public SettingsPage tick(String label, boolean ticked) {
    page.getByRole(AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName(label).setExact(true))
        .setChecked(ticked);
    return this;
  }

  /** Turns a switch on or off. */
  public SettingsPage turn(String pointer, boolean on) {
    Locator control = at(pointer).getByRole(AriaRole.SWITCH);
    if (Boolean.parseBoolean(control.getAttribute("aria-checked")) != on) {
      control.click();
    }
    return this;
  }

  /** Uploads a picture into a field and waits until it is shown there. */
  public SettingsPage upload(String pointer, FilePayload file) {
    at(pointer).locator("input[type='file']").setInputFiles(file);
    at(pointer).locator("img").first().waitFor();
    return this;
  }

  /** Tries to publish what cannot be; gives what the page says is wrong, each with its field. */
  public Locator refusals() {
    button("Áp dụng").click();
    Locator said = page.locator("main [role='alert'] li");
    said.first().waitFor();
    return said;
  }

  /** The real widget in the preview, at its own size. */
  public FrameLocator preview() {
    return page.frameLocator("section[aria-label='Xem trước'] iframe");
  }

  /** A button by its name; an icon before the words may have one of its own. */
  public Locator button(String name) {
    return page.getByRole(
        AriaRole.BUTTON,
        new Page.GetByRoleOptions().setName(Pattern.compile("^(\\S+ )?" + name + "$")));
  }

  /** Saves a draft. */
  public void saveDraft() {
    answered("/draft", button("Lưu nháp"));
  }

  /** Publishes what the form holds; returns once the server has done so. */
  public void apply() {
    answered("/publish", button("Áp dụng"));
  }

  private void answered(String path, Locator button) {
    Response answer =
        page.waitForResponse(response -> response.url().endsWith(path), button::click);
    if (!answer.ok()) {
      throw new AssertionError(path + " answered " + answer.status() + ": " + answer.text());
    }
  }
}
