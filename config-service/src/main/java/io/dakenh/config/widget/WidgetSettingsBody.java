package io.dakenh.config.widget;

import io.dakenh.config.text.BodyCheck;
import io.dakenh.platform.problem.ProblemException;
import io.dakenh.platform.problem.ProblemKind;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The widget as the owner sends it, whole.
 *
 * @param title 1–80 characters
 * @param description up to 300 characters
 * @param launcherLabel 1–40 characters
 * @param greeting up to 500 characters
 * @param headerColor {@code #rrggbb}
 * @param textColor {@code #rrggbb}
 * @param position {@code bottom-right} or {@code bottom-left}
 */
record WidgetSettingsBody(
    @Nullable String title,
    @Nullable String description,
    @Nullable String launcherLabel,
    @Nullable String greeting,
    @Nullable String headerColor,
    @Nullable String textColor,
    @Nullable String position) {
  private static final int TITLE_LENGTH = 80;
  private static final int DESCRIPTION_LENGTH = 300;
  private static final int LABEL_LENGTH = 40;
  private static final int GREETING_LENGTH = 500;
  private static final List<String> POSITIONS = List.of("bottom-right", "bottom-left");

  /** Checks the body; the result writes it into the settings. */
  static Consumer<WidgetSettings> check(@Nullable WidgetSettingsBody body) {
    if (body == null) {
      throw ProblemException.of(
          ProblemKind.INVALID, "malformed-json", "The body is not the JSON expected here.");
    }
    BodyCheck check = new BodyCheck();
    String title = check.line("/title", body.title(), TITLE_LENGTH);
    String description = check.lines("/description", body.description(), DESCRIPTION_LENGTH);
    String label = check.line("/launcherLabel", body.launcherLabel(), LABEL_LENGTH);
    String greeting = check.lines("/greeting", body.greeting(), GREETING_LENGTH);
    String headerColor = check.color("/headerColor", body.headerColor());
    String textColor = check.color("/textColor", body.textColor());
    String position = check.oneOf("/position", body.position(), POSITIONS);
    check.done();
    return settings -> {
      settings.title = title;
      settings.description = description;
      settings.launcherLabel = label;
      settings.greeting = greeting;
      settings.headerColor = headerColor;
      settings.textColor = textColor;
      settings.position = position;
    };
  }
}
