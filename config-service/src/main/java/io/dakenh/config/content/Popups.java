package io.dakenh.config.content;

import io.dakenh.config.popup.PopupPath;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Popup messages by page. */
public record Popups(List<Popup> items) implements Content {
  private static final int MOST = 100;
  private static final int TITLE_LENGTH = 80;
  private static final int PATH_LENGTH = 2_000;
  private static final int CONTENT_LENGTH = 1_000;
  static final int DELAY_MOST = 3_600;

  /**
   * One message.
   *
   * @param path as the owner typed it
   * @param delaySeconds how long after the page was opened; 0: never, and nothing in its place
   * @param resend whether it becomes the first message of the conversation that is started from it
   */
  public record Popup(
      UUID id, String title, String path, String content, int delaySeconds, boolean resend) {}

  static Popups read(Body body) {
    Popups popups =
        new Popups(
            body.objects(
                "items",
                MOST,
                item ->
                    new Popup(
                        item.id("id"),
                        item.line("title", TITLE_LENGTH),
                        item.line("path", PATH_LENGTH),
                        item.filledLines("content", CONTENT_LENGTH),
                        item.number("delaySeconds", 0, DELAY_MOST),
                        item.flag("resend"))));
    distinct(body, popups.items);
    return popups;
  }

  private static void distinct(Body body, List<Popup> items) {
    Map<String, Integer> paths = new HashMap<>();
    Set<UUID> ids = new HashSet<>();
    for (int i = 0; i < items.size(); i++) {
      Popup item = items.get(i);
      if (!ids.add(item.id)) {
        body.wrongAt("items/" + i + "/id", "duplicate", "Another message has this id.");
      }
      if (item.path.isEmpty()) {
        continue;
      }
      Optional<PopupPath> path = PopupPath.of(item.path);
      if (path.isEmpty()) {
        body.wrongAt(
            "items/" + i + "/path",
            "path",
            "A page's address, or a path that begins with a slash.");
        continue;
      }
      if (paths.putIfAbsent(path.get().normalized(), i) != null) {
        body.wrongAt("items/" + i + "/path", "duplicate", "Another message has this page.");
      }
    }
  }
}
