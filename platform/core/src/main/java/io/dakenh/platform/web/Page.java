package io.dakenh.platform.web;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param items in the list's stable order
 * @param nextCursor opaque, given back as {@code cursor} for the page after this one; absent on the
 *     last page
 */
public record Page<T>(List<T> items, @Nullable String nextCursor) {

  /**
   * Cuts a page out of {@code limit + 1} fetched rows: the one too many only tells that more
   * exists.
   *
   * @param fetched at most {@code limit + 1} rows
   * @param cursor cursor pointing behind a row
   */
  public static <T> Page<T> cut(List<T> fetched, int limit, Function<T, Cursor> cursor) {
    if (fetched.size() <= limit) {
      return new Page<>(List.copyOf(fetched), null);
    }
    List<T> items = List.copyOf(fetched.subList(0, limit));
    return new Page<>(items, cursor.apply(items.getLast()).encoded());
  }

  /** The same page with each item shown differently. */
  public <R> Page<R> map(Function<? super T, ? extends R> view) {
    return new Page<>(items.stream().<R>map(view).toList(), nextCursor);
  }
}
