package io.dakenh.config.content;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.dakenh.config.preset.Presets;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The buttons that start a chat, an audio call, a video call.
 *
 * @param display which of them are shown and which stands out
 */
public record InteractionButtons(String display, Look chat, Look audio, Look video)
    implements Content {
  /** What may be shown. */
  static final List<String> DISPLAYS =
      List.of(
          "equal",
          "only-chat",
          "only-audio",
          "only-video",
          "highlight-chat",
          "highlight-audio",
          "highlight-video");

  private static final List<String> KINDS = List.of("preset", "custom");
  private static final int LABEL_LENGTH = 40;
  private static final String WHITE = "#ffffff";

  /**
   * How one button looks.
   *
   * @param kind {@code preset}: an icon of ours on a background; {@code custom}: an own icon on a
   *     background, or an image for the whole button
   * @param color of the preset icon
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Look(
      String kind,
      @Nullable String icon,
      String background,
      @Nullable String color,
      @Nullable UUID iconMediaId,
      @Nullable UUID imageMediaId,
      String label,
      String labelColor) {}

  static InteractionButtons read(Body body, Presets presets) {
    return new InteractionButtons(
        body.oneOf("display", DISPLAYS),
        body.object("chat", look(presets)),
        body.object("audio", look(presets)),
        body.object("video", look(presets)));
  }

  private static Function<Body, Look> look(Presets presets) {
    return body -> {
      String kind = body.oneOf("kind", KINDS);
      String background = body.color("background");
      String label = body.optionalLine("label", LABEL_LENGTH);
      String labelColor = body.color("labelColor");
      UUID iconMediaId = body.media("iconMediaId", "image");
      UUID imageMediaId = body.media("imageMediaId", "image");
      if (kind.equals("preset")) {
        return new Look(
            kind,
            body.oneOf("icon", presets.icons()),
            background,
            body.color("color"),
            null,
            null,
            label,
            labelColor);
      }
      body.optionalLine("icon", LABEL_LENGTH);
      body.optionalColor("color");
      if (!body.has("iconMediaId") && !body.has("imageMediaId")) {
        body.wrong("iconMediaId", "required", "An icon, or an image for the whole button.");
      } else if (iconMediaId != null && imageMediaId != null) {
        body.wrong("imageMediaId", "exclusive", "Either an icon or an image, not both.");
      }
      return new Look(kind, null, background, null, iconMediaId, imageMediaId, label, labelColor);
    };
  }

  static InteractionButtons defaults(String locale) {
    boolean english = locale.equals("en");
    return new InteractionButtons(
        "equal",
        look("chat", "#0b5cad", english ? "Chat" : "Trò chuyện"),
        look("phone", "#1e7a3d", english ? "Call" : "Gọi thoại"),
        look("video", "#8a3ab9", english ? "Video call" : "Gọi video"));
  }

  private static Look look(String icon, String background, String label) {
    return new Look("preset", icon, background, WHITE, null, null, label, WHITE);
  }
}
