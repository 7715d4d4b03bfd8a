package io.dakenh.config.popup;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which of several paths wins on a page: the longest; of equal ones the exact one; of those the
 * first in the list.
 */
public final class PopupChoice {
  private PopupChoice() {}

  /** Index of the path that wins, -1 when none matches. */
  public static int winner(List<PopupPath> paths, PageAddress page) {
    int best = -1;
    for (int i = 0; i < paths.size(); i++) {
      if (paths.get(i).matches(page) && (best < 0 || beats(paths.get(i), paths.get(best)))) {
        best = i;
      }
    }
    return best;
  }

  private static boolean beats(PopupPath one, PopupPath other) {
    if (one.length() != other.length()) {
      return one.length() > other.length();
    }
    return !one.wildcard() && other.wildcard();
  }

  /**
   * Why a path does or does not decide what shows.
   *
   * @param winner null when none matches
   */
  public static String reason(PopupPath path, PageAddress page, @Nullable PopupPath winner) {
    if (!path.onHost(page)) {
      return "host-differs";
    }
    if (!path.onPath(page)) {
      return "path-differs";
    }
    if (!path.matches(page)) {
      return "query-differs";
    }
    if (winner == null || path.equals(winner)) {
      return "selected";
    }
    if (winner.length() > path.length()) {
      return "longer-path-selected";
    }
    return winner.wildcard() == path.wildcard() ? "earlier-path-selected" : "exact-path-selected";
  }
}
