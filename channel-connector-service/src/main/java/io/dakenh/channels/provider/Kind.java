package io.dakenh.channels.provider;

import java.util.Locale;

/** Outside platforms a channel can be of. */
public enum Kind {
  FACEBOOK,
  ZALO;

  /** Name in the database, in events and in the API. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The kind of that name. */
  public static Kind of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
