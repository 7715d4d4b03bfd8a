package io.dakenh.billing.ledger;

import com.github.f4b6a3.uuid.UuidCreator;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;

/**
 * The accounts every tenant has, one of each kind. Only {@link #ISSUER} and {@link #OVERDRAFT} are
 * below zero.
 */
public enum AccountKind {
  /** Where granted seconds come from and unused ones return to. */
  ISSUER,
  /** Seconds of the plan left this month. */
  MONTHLY,
  /** Seconds from referrals, never reset. */
  BONUS,
  /** Seconds that calls consumed. */
  USED,
  /** Seconds set aside for calls that run right now: nobody else can spend them. */
  HELD,
  /** What running calls used beyond everything there was; forgiven at the end of the month. */
  OVERDRAFT;

  /** Name in the database and in the API. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Account of a tenant. Derived, so that a transfer needs no look-up. */
  public UUID accountOf(UUID tenantId) {
    return UuidCreator.getNameBasedSha1(
        tenantId, ("account/" + code()).getBytes(StandardCharsets.UTF_8));
  }
}
