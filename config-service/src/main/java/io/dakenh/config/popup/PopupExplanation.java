package io.dakenh.config.popup;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.dakenh.config.content.Popups.Popup;
import io.dakenh.config.content.StartButton;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What shows on a page, and why.
 *
 * @param shows {@code popup}, {@code fallback} or {@code nothing}
 * @param popup the message that matched, even if its delay keeps it from showing
 * @param afterSeconds when it shows
 * @param reason {@code matched}, {@code matched-delay-zero}, {@code no-match} or {@code
 *     fallback-delay-zero}
 * @param candidates every message and why it does or does not decide
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PopupExplanation(
    String normalizedUrl,
    String shows,
    @Nullable Matched popup,
    @Nullable Integer afterSeconds,
    String reason,
    List<Candidate> candidates) {

  /** The message that matched. */
  record Matched(UUID id, String title, String path) {}

  /**
   * A message.
   *
   * @param reason {@code selected}, {@code longer-path-selected}, {@code exact-path-selected},
   *     {@code earlier-path-selected}, {@code host-differs}, {@code path-differs} or {@code
   *     query-differs}
   */
  record Candidate(UUID id, String title, String path, boolean matches, String reason) {}

  static PopupExplanation of(String url, List<Popup> items, StartButton button) {
    PageAddress page = PageAddress.of(url);
    List<Popup> readable =
        items.stream().filter(item -> PopupPath.of(item.path()).isPresent()).toList();
    List<PopupPath> paths =
        readable.stream().map(item -> PopupPath.of(item.path()).orElseThrow()).toList();
    int winner = PopupChoice.winner(paths, page);
    List<Candidate> candidates = new ArrayList<>();
    for (int i = 0; i < readable.size(); i++) {
      Popup item = readable.get(i);
      PopupPath path = paths.get(i);
      candidates.add(
          new Candidate(
              item.id(),
              item.title(),
              path.normalized(),
              path.matches(page),
              PopupChoice.reason(path, page, winner < 0 ? null : paths.get(winner))));
    }
    return winner < 0
        ? withoutMatch(page, button, candidates)
        : matched(page, readable.get(winner), candidates);
  }

  private static PopupExplanation matched(
      PageAddress page, Popup popup, List<Candidate> candidates) {
    boolean never = popup.delaySeconds() == 0;
    return new PopupExplanation(
        page.normalized(),
        never ? "nothing" : "popup",
        new Matched(popup.id(), popup.title(), popup.path()),
        never ? null : popup.delaySeconds(),
        never ? "matched-delay-zero" : "matched",
        candidates);
  }

  private static PopupExplanation withoutMatch(
      PageAddress page, StartButton button, List<Candidate> candidates) {
    boolean never = button.delaySeconds() == 0;
    return new PopupExplanation(
        page.normalized(),
        never ? "nothing" : "fallback",
        null,
        never ? null : button.delaySeconds(),
        never ? "fallback-delay-zero" : "no-match",
        candidates);
  }
}
