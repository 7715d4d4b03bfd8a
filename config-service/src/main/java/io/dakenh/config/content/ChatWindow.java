package io.dakenh.config.content;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The chat window.
 *
 * @param audio whether visitors may start audio calls; chatting always works
 * @param video whether visitors may start video calls
 * @param fields what visitors are asked first, in order
 * @param startMode {@code none}, {@code department} or {@code agent}: what visitors choose
 * @param representative whether a department's name and picture stand for its agents
 */
public record ChatWindow(
    String headerColor,
    String textColor,
    String title,
    String description,
    boolean audio,
    boolean video,
    List<Field> fields,
    String startMode,
    boolean representative,
    int widthPixels,
    int heightPixels,
    Signature signature)
    implements Content {
  private static final List<String> STANDARD = List.of("name", "phone", "email", "content");
  private static final Pattern CUSTOM = Pattern.compile("custom-[a-z0-9-]{1,40}");
  private static final List<String> KINDS = List.of("text", "multiline", "number", "choice");
  private static final List<String> MODES = List.of("none", "department", "agent");
  private static final int FIELDS_MOST = 20;
  private static final int CHOICES_MOST = 20;
  private static final int TITLE_LENGTH = 80;
  private static final int DESCRIPTION_LENGTH = 300;
  private static final int LABEL_LENGTH = 60;
  private static final int SIGNATURE_LENGTH = 200;
  private static final int LINK_LENGTH = 500;
  private static final int WIDTH_LEAST = 280;
  private static final int WIDTH_MOST = 640;
  private static final int WIDTH_DEFAULT = 380;
  private static final int HEIGHT_LEAST = 360;
  private static final int HEIGHT_MOST = 900;
  private static final int HEIGHT_DEFAULT = 600;

  /**
   * What a visitor is asked.
   *
   * @param key {@code name}, {@code phone}, {@code email}, {@code content} or {@code custom-…}
   * @param label of an own field
   * @param kind of an own field: {@code text}, {@code multiline}, {@code number} or {@code choice}
   * @param choices of a choice
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Field(
      String key,
      @Nullable String label,
      @Nullable String kind,
      @Nullable List<String> choices,
      boolean shown,
      boolean required) {
    /** Whether the owner added it. */
    public boolean custom() {
      return !STANDARD.contains(key);
    }
  }

  /**
   * The line below both screens.
   *
   * @param text what stands inside {@code [[} and {@code ]]} opens the link
   * @param link http or https
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Signature(@Nullable UUID mediaId, String text, @Nullable String link) {}

  /**
   * Whether a department stands for its agents before visitors. Whoever chooses an agent by name
   * knows the agents by name: there is nothing left to stand for.
   */
  public boolean represents() {
    return representative && !startMode.equals("agent");
  }

  static ChatWindow read(Body body) {
    ChatWindow window =
        new ChatWindow(
            body.color("headerColor"),
            body.color("textColor"),
            body.line("title", TITLE_LENGTH),
            body.lines("description", DESCRIPTION_LENGTH),
            body.flag("audio"),
            body.flag("video"),
            body.objects("fields", FIELDS_MOST, ChatWindow::field),
            body.oneOf("startMode", MODES),
            body.flag("representative"),
            body.number("widthPixels", WIDTH_LEAST, WIDTH_MOST),
            body.number("heightPixels", HEIGHT_LEAST, HEIGHT_MOST),
            body.object("signature", ChatWindow::signature));
    Set<String> keys = new HashSet<>();
    for (int i = 0; i < window.fields.size(); i++) {
      if (!keys.add(window.fields.get(i).key)) {
        body.wrongAt("fields/" + i + "/key", "duplicate", "This field is listed twice.");
      }
    }
    return window;
  }

  private static Field field(Body body) {
    String key = body.line("key", LABEL_LENGTH);
    boolean shown = body.flag("shown");
    boolean required = body.flag("required");
    if (STANDARD.contains(key)) {
      String label = body.optionalLine("label", LABEL_LENGTH);
      return new Field(key, label.isEmpty() ? null : label, null, null, shown, required);
    }
    if (!key.isEmpty() && !CUSTOM.matcher(key).matches()) {
      body.wrong("key", "unknown-value", "One of name, phone, email, content or custom-….");
    }
    String kind = body.oneOf("kind", KINDS);
    String label = body.line("label", LABEL_LENGTH);
    List<String> choices = null;
    if (kind.equals("choice")) {
      choices = body.texts("choices", 1, CHOICES_MOST, LABEL_LENGTH);
      if (new HashSet<>(choices).size() < choices.size()) {
        body.wrong("choices", "duplicate", "A choice is listed twice.");
      }
    } else if (body.has("choices")) {
      body.wrong("choices", "unknown-member", "Only a choice has choices.");
    }
    return new Field(key, label, kind, choices, shown, required);
  }

  private static Signature signature(Body body) {
    UUID mediaId = body.media("mediaId", "image");
    String text = body.optionalLine("text", SIGNATURE_LENGTH);
    String link = body.optionalLine("link", LINK_LENGTH);
    if (!link.isEmpty() && WebAddress.of(link).isEmpty()) {
      body.wrong("link", "url", "An http or https address.");
    }
    return new Signature(mediaId, text, link.isEmpty() ? null : link);
  }

  static ChatWindow defaults(String locale) {
    boolean english = locale.equals("en");
    List<Field> fields = new ArrayList<>();
    for (String key : STANDARD) {
      fields.add(
          new Field(
              key,
              null,
              null,
              null,
              key.equals("name") || key.equals("phone"),
              key.equals("name")));
    }
    return new ChatWindow(
        "#0b5cad",
        "#ffffff",
        english ? "How can we help?" : "Chúng tôi có thể giúp gì cho bạn?",
        english
            ? "Leave a message, we answer as soon as we can."
            : "Hãy để lại lời nhắn, chúng tôi sẽ trả lời sớm nhất có thể.",
        true,
        true,
        List.copyOf(fields),
        "none",
        false,
        WIDTH_DEFAULT,
        HEIGHT_DEFAULT,
        new Signature(null, "", null));
  }
}
