package io.dakenh.livetalk.search.index;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;

/** Words as the index holds them: each behind the key of its business. */
public final class Lexemes {
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private Lexemes() {}

  /** For {@code array_to_tsvector}. */
  static String[] of(UUID tenantId, Collection<String> words) {
    String key = key(tenantId);
    return words.stream().map(word -> key + word).toArray(String[]::new);
  }

  /** A {@code tsquery}: all of the words, and one that begins like the last. */
  public static String query(UUID tenantId, List<String> words) {
    String key = key(tenantId);
    StringBuilder query = new StringBuilder();
    for (Iterator<String> each = words.iterator(); each.hasNext(); ) {
      // Words are letters and digits, so nothing in them can end the quotes.
      query.append('\'').append(key).append(each.next()).append('\'');
      query.append(each.hasNext() ? " & " : ":*");
    }
    return query.toString();
  }

  /** The random half of the id tells businesses apart; the rows are checked by the whole of it. */
  private static String key(UUID tenantId) {
    byte[] half =
        ByteBuffer.allocate(Long.BYTES).putLong(tenantId.getLeastSignificantBits()).array();
    return BASE64.encodeToString(half) + ':';
  }
}
