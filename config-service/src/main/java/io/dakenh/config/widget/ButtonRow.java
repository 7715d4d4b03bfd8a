package io.dakenh.config.widget;

import io.dakenh.config.content.ChatWindow;
import io.dakenh.config.content.InteractionButtons;
import io.dakenh.config.content.InteractionButtons.Look;
import io.dakenh.config.widget.PublicWidget.PublicButton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which of the buttons chat, audio and video visitors see: those whose function is on, as the
 * display option says. An option whose own function is off counts as showing all alike.
 */
final class ButtonRow {
  private static final String ONLY = "only-";
  private static final String HIGHLIGHT = "highlight-";

  private ButtonRow() {}

  /** The buttons in the order they are shown: the highlighted one first. */
  static List<PublicButton> of(
      InteractionButtons buttons, ChatWindow window, Map<UUID, String> uploads) {
    List<String> on = functions(window);
    String only = chosen(buttons.display(), ONLY, on);
    String highlighted = chosen(buttons.display(), HIGHLIGHT, on);
    List<String> shown = new ArrayList<>(only == null ? on : List.of(only));
    if (highlighted != null) {
      shown.remove(highlighted);
      shown.addFirst(highlighted);
    }
    return shown.stream()
        .map(
            function ->
                button(function, look(buttons, function), function.equals(highlighted), uploads))
        .toList();
  }

  private static List<String> functions(ChatWindow window) {
    List<String> on = new ArrayList<>(List.of("chat"));
    if (window.audio()) {
      on.add("audio");
    }
    if (window.video()) {
      on.add("video");
    }
    return on;
  }

  private static @Nullable String chosen(String display, String prefix, List<String> on) {
    if (!display.startsWith(prefix)) {
      return null;
    }
    String function = display.substring(prefix.length());
    return on.contains(function) ? function : null;
  }

  private static Look look(InteractionButtons buttons, String function) {
    return switch (function) {
      case "audio" -> buttons.audio();
      case "video" -> buttons.video();
      default -> buttons.chat();
    };
  }

  private static PublicButton button(
      String function, Look look, boolean highlighted, Map<UUID, String> uploads) {
    UUID icon = look.iconMediaId();
    UUID image = look.imageMediaId();
    return new PublicButton(
        function,
        highlighted,
        look.label(),
        look.labelColor(),
        look.background(),
        look.color(),
        look.icon(),
        icon == null ? null : uploads.get(icon),
        image == null ? null : uploads.get(image));
  }
}
