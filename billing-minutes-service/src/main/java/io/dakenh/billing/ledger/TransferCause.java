package io.dakenh.billing.ledger;

import java.util.Locale;

/** Why seconds moved. */
public enum TransferCause {
  /** The plan's seconds of a month were granted. */
  MONTHLY_GRANT,
  /** What was left of a month went back at its end. */
  MONTHLY_RESET;

  /** Name in the database and in the API. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The cause of that name. */
  static TransferCause of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
