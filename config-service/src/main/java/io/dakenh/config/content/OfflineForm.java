package io.dakenh.config.content;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What visitors are asked while nobody of their department is online.
 *
 * @param text above the form
 * @param confirmation answers the visitor, in the conversation and by e-mail
 * @param recipients mailboxes that get what was left
 */
public record OfflineForm(
    boolean enabled, String text, String confirmation, List<String> recipients) implements Content {
  private static final int TEXT_LENGTH = 300;
  private static final int CONFIRMATION_LENGTH = 500;
  private static final int MOST_RECIPIENTS = 5;
  private static final int EMAIL_LENGTH = 254;
  private static final Pattern EMAIL = Pattern.compile("[^\\s@<>\"]+@[^\\s@<>\"]+\\.[^\\s@<>\".]+");

  static OfflineForm read(Body body) {
    boolean enabled = body.flag("enabled");
    String text = body.filledLines("text", TEXT_LENGTH);
    String confirmation = body.filledLines("confirmation", CONFIRMATION_LENGTH);
    List<String> recipients =
        body.texts("recipients", 0, MOST_RECIPIENTS, EMAIL_LENGTH).stream()
            .map(address -> address.toLowerCase(Locale.ROOT))
            .toList();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < recipients.size(); i++) {
      if (!EMAIL.matcher(recipients.get(i)).matches()) {
        body.wrongAt("recipients/" + i, "email", "An e-mail address.");
      } else if (!seen.add(recipients.get(i))) {
        body.wrongAt("recipients/" + i, "duplicate", "This address is listed twice.");
      }
    }
    return new OfflineForm(enabled, text, confirmation, recipients);
  }

  static OfflineForm defaults(String locale) {
    boolean english = locale.equals("en");
    return new OfflineForm(
        false,
        english
            ? "Nobody is online right now. Leave us a message and we will get back to you."
            : "Hiện không có nhân viên trực tuyến. Hãy để lại lời nhắn, chúng tôi sẽ liên hệ lại với bạn.",
        english
            ? "Thank you! We have your message and will get back to you soon."
            : "Cảm ơn bạn! Chúng tôi đã nhận được lời nhắn và sẽ liên hệ lại với bạn sớm nhất.",
        List.of());
  }
}
