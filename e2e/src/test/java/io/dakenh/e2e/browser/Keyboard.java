package io.dakenh.e2e.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Someone who cannot use a mouse. */
public final class Keyboard {
  private static final int MOST_STOPS = 400;

  /**
   * Numbers what can be operated on the page, and answers with the numbers. Of a group that arrow
   * keys move in, only the group is a stop.
   */
  private static final String MARK =
      """
      () => {
        const operable = 'a[href], button, input:not([type=hidden]), textarea, select, iframe,'
            + ' [role=switch], [role=combobox], [role=slider], [tabindex]';
        const moved = '[role=radiogroup], [role=tablist], [role=menu], [role=menubar],'
            + ' [role=listbox], .ant-radio-group, .ant-segmented';
        const found = [];
        let number = 0;
        for (const element of document.querySelectorAll(operable)) {
          const box = element.getBoundingClientRect();
          const style = getComputedStyle(element);
          const hidden = box.width === 0 || box.height === 0 || style.visibility === 'hidden'
              || element.closest('[inert], [aria-hidden=true], [hidden]') !== null;
          if (hidden || element.disabled || element.getAttribute('aria-disabled') === 'true') continue;
          const group = element.parentElement.closest(moved);
          if (element.type === 'radio' && element.name !== '') {
            element.dataset.stop = 'radios ' + element.name;
          } else if (group !== null) {
            element.dataset.stop = group.dataset.group ??= 'group ' + number++;
          } else if (element.tabIndex < 0 && element.matches('[tabindex]')
              && !element.matches('a, button, input, textarea, select')) {
            continue;
          } else {
            element.dataset.stop = number++ + ' ' + element.outerHTML.slice(0, 160);
          }
          found.push(element.dataset.stop);
        }
        return [...new Set(found)];
      }
      """;

  private static final String FOCUSED =
      """
      () => {
        const stop = document.activeElement?.closest('[data-stop]');
        return stop ? stop.dataset.stop : '';
      }
      """;

  /** Inside a shadow tree the document only knows its host. */
  private static final String HAS_FOCUS =
      "element => element.getRootNode().activeElement === element";

  private final Page page;

  public Keyboard(Page page) {
    this.page = page;
  }

  /** Presses Tab until this has the focus. */
  public Keyboard tabTo(Locator target) {
    for (int stop = 0; stop < MOST_STOPS; stop++) {
      if ((Boolean) target.first().evaluate(HAS_FOCUS)) {
        return this;
      }
      press("Tab");
    }
    throw new AssertionError("Tab never comes to " + target);
  }

  /** Presses one key. */
  public Keyboard press(String key) {
    page.keyboard().press(key);
    return this;
  }

  /** Writes where the focus is, in place of what was there. */
  public Keyboard replace(String text) {
    press("ControlOrMeta+A");
    page.keyboard().insertText(text);
    return this;
  }

  /** Presses Tab through the whole page; what can be operated and was never reached. */
  public Set<String> unreachable() {
    Set<String> left = new HashSet<>();
    for (Object stop : (List<?>) page.evaluate(MARK)) {
      left.add(String.valueOf(stop));
    }
    for (int stop = 0; stop < MOST_STOPS && !left.isEmpty(); stop++) {
      press("Tab");
      left.remove(String.valueOf(page.evaluate(FOCUSED)));
    }
    return left;
  }
}
