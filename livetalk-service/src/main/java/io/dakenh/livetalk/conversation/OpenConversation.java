package io.dakenh.livetalk.conversation;

import io.dakenh.livetalk.call.Media;
import io.dakenh.livetalk.message.MessageText;
import io.dakenh.platform.problem.ProblemException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a visitor sends to open a conversation, already cleaned.
 *
 * @param clientConversationId chosen by the widget: the same one again is the same conversation
 * @param offline left on the form for while nobody is online
 */
public record OpenConversation(
    UUID clientConversationId,
    Choice choice,
    @Nullable Page page,
    Person person,
    @Nullable FirstMessage message,
    boolean offline,
    @Nullable FirstCall call) {
  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_PHONE = 32;
  private static final int LONGEST_EMAIL = 254;
  private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@.]+");
  private static final int LONGEST_URL = 2_000;
  private static final int LONGEST_TITLE = 300;
  private static final int LONGEST_ANSWER = 500;
  private static final int MOST_ANSWERS = 30;

  /**
   * Where the visitor comes from and wants to go.
   *
   * @param agentId asked for by name; before the department
   * @param popupId the popup message the visitor came by
   */
  public record Choice(
      @Nullable UUID departmentId, @Nullable UUID agentId, @Nullable UUID popupId) {}

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

  /**
   * What the visitor told of themselves; null for what was not told.
   *
   * @param answers to the business's own questions, by their key
   */
  public record Person(
      @Nullable String name,
      @Nullable String phone,
      @Nullable String email,
      Map<String, String> answers) {
    /** Nothing told. */
    public static final Person UNKNOWN = new Person(null, null, null, Map.of());

    /** Cleans the values and refuses those that cannot be right. */
    public static Person of(
        @Nullable String name,
        @Nullable String phone,
        @Nullable String email,
        @Nullable Map<String, String> answers) {
      return of("/visitor", name, phone, email, answers);
    }

    /** The same for values that stand somewhere else in what was sent. */
    public static Person of(
        String at,
        @Nullable String name,
        @Nullable String phone,
        @Nullable String email,
        @Nullable Map<String, String> answers) {
      String number = told(at + "/phone", phone, LONGEST_PHONE);
      String address = told(at + "/email", email, LONGEST_EMAIL);
      if (address != null && !EMAIL.matcher(address).matches()) {
        throw ProblemException.invalid(at + "/email", "email", "This is no e-mail address.");
      }
      return new Person(
          told(at + "/name", name, LONGEST_NAME),
          number == null ? null : PhoneNumber.normalise(at + "/phone", number),
          address,
          answers == null ? Map.of() : answers(answers));
    }

    private static Map<String, String> answers(Map<String, String> given) {
      if (given.size() > MOST_ANSWERS) {
        throw ProblemException.invalid(
            "/visitor/custom", "size", "At most " + MOST_ANSWERS + " answers.");
      }
      Map<String, String> answers = new HashMap<>();
      given.forEach(
          (key, value) -> {
            String answer = told("/visitor/custom/" + key, value, LONGEST_ANSWER);
            if (answer != null) {
              answers.put(key, answer);
            }
          });
      return Map.copyOf(answers);
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

  /** The call the conversation begins with. */
  public record FirstCall(UUID callId, Media media) {}

  /** The message the conversation begins with. */
  public record FirstMessage(UUID clientMessageId, String text) {}
}
