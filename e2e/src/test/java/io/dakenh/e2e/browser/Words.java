package io.dakenh.e2e.browser;

import com.microsoft.playwright.Frame;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Every text of a page that people read or hear: what is written, what fields suggest, what things
 * are called for those who do not see them.
 */
public final class Words {
  private static final String COLLECT =
      """
      () => {
        const words = new Set();
        const add = (text) => {
          const clean = (text ?? '').replace(/\\s+/g, ' ').trim();
          if (clean !== '') words.add(clean);
        };
        const spoken = ['aria-label', 'placeholder', 'title', 'alt', 'aria-description'];
        const visit = (root) => {
          const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
          for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            if (node.nodeType === Node.TEXT_NODE) {
              if (!node.parentElement?.closest('style, script, noscript, pre, code')) add(node.data);
              continue;
            }
            // Pictures that the component library draws by itself are named by file, not by words.
            if (!node.closest("[aria-hidden='true'], .anticon"))
              for (const name of spoken) add(node.getAttribute(name));
            if (node.shadowRoot) visit(node.shadowRoot);
          }
        };
        visit(document.body);
        for (const host of document.querySelectorAll('dakenh-widget')) visit(host.shadowRoot);
        add(document.title);
        return [...words];
      }
      """;

  /** Letters that Vietnamese has and English has not. */
  private static final Pattern VIETNAMESE =
      Pattern.compile(
          "[àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ]",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /** No words of any language. */
  private static final Pattern ADDRESS = Pattern.compile("https?://\\S+|\\S+@\\S+");

  private static final Pattern WORD = Pattern.compile("\\p{L}{2,}");

  private final Set<String> texts;

  private Words(Set<String> texts) {
    this.texts = texts;
  }

  /** The texts of a frame as it is now. */
  public static Words of(Frame frame) {
    Set<String> texts = new LinkedHashSet<>();
    ((List<?>) frame.evaluate(COLLECT)).forEach(text -> texts.add((String) text));
    return new Words(texts);
  }

  /** How many there are. */
  public int size() {
    return texts.size();
  }

  /** Texts in Vietnamese, once what may stay is taken away. */
  public Set<String> vietnamese(Collection<String> allowed) {
    Set<String> found = new TreeSet<>();
    for (String text : texts) {
      if (VIETNAMESE.matcher(without(text, allowed)).find()) {
        found.add(text);
      }
    }
    return found;
  }

  /** Texts with words in them that the same page in another language says just so. */
  public Set<String> saidAlike(Words other, Collection<String> allowed) {
    Set<String> found = new TreeSet<>();
    for (String text : texts) {
      if (other.texts.contains(text) && WORD.matcher(without(text, allowed)).find()) {
        found.add(text);
      }
    }
    return found;
  }

  private static String without(String text, Collection<String> allowed) {
    String rest = ADDRESS.matcher(text).replaceAll("");
    for (String one : allowed) {
      rest = rest.replace(one, "");
    }
    return rest;
  }
}
