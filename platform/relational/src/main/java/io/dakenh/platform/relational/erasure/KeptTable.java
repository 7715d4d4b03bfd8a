package io.dakenh.platform.relational.erasure;

/**
 * A table whose rows stay.
 *
 * @param name of the table
 * @param counted whether rows of the business are in it, which the receipt then names
 * @param reason why
 */
public record KeptTable(String name, boolean counted, String reason) {
  /** Rows of the business that have to stay; the receipt names how many. */
  public static KeptTable lawful(String name, String reason) {
    return new KeptTable(name, true, reason);
  }

  /** A table that has nothing of any business. */
  public static KeptTable ofNobody(String name, String reason) {
    return new KeptTable(name, false, reason);
  }
}
