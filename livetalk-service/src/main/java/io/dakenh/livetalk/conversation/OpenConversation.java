package io.dakenh.livetalk.conversation;

import io.dakenh.livetalk.message.MessageText;
import io.dakenh.platform.problem.ProblemException;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a visitor sends to open a conversation, already cleaned.
 *
 * @param clientConversationId chosen by the widget: the same one again is the same conversation
 */
public record OpenConversation(
    UUID clientConversationId,
    @Nullable UUID departmentId,
    @Nullable Page page,
    Person person,
    @Nullable FirstMessage message) {
  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_PHONE = 32;
  private static final int LONGEST_EMAIL = 254;
  private static final int LONGEST_URL = 2_000;
  private static final int LONGEST_TITLE = 300;

  /** The page the widget stands on; not the visitor's words, so what does not fit is cut. */
  public record Page(String url, String title, String referrer) {
    /** Null when the address is not one of the web. */
    public static @Nullable Page of(
        @Nullable String url, @Nullable String title, @Nullable String referrer) {
      String address = url == null ? "" : MessageText.line(url, LONGEST_URL);
      String lower = address.toLowerCase(Locale.ROOT);
      return lower.startsWith("https://") || lower.startsWith("http://")
          ? new Page(
              address,
              title == null ? "" : MessageText.line(title, LONGEST_TITLE),
              referrer == null ? "" : MessageText.line(referrer, LONGEST_URL))
          : null;
    }
  }

  /** What the visitor told of themselves; null for what was not told. */
  public record Person(@Nullable String name, @Nullable String phone, @Nullable String email) {
    /** Cleans the values and refuses those that are too long. */
    public static Person of(@Nullable String name, @Nullable String phone, @Nullable String email) {
      return new Person(
          told("/visitor/name", name, LONGEST_NAME),
          told("/visitor/phone", phone, LONGEST_PHONE),
          told("/visitor/email", email, LONGEST_EMAIL));
    }

    private static @Nullable String told(String pointer, @Nullable String value, int longest) {
      if (value == null) {
        return null;
      }
      String line = MessageText.line(value, Integer.MAX_VALUE);
      if (line.codePointCount(0, line.length()) > longest) {
        throw ProblemException.invalid(pointer, "size", "At most " + longest + " characters.");
      }
      return line.isEmpty() ? null : line;
    }
  }

  /** The message the conversation begins with. */
  public record FirstMessage(UUID clientMessageId, String text) {}
}
