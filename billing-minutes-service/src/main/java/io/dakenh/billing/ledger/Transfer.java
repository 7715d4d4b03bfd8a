package io.dakenh.billing.ledger;

import com.github.f4b6a3.uuid.UuidCreator;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Seconds that move from one account of a tenant to another. Immutable once posted.
 *
 * @param id also the idempotency key: posting it again changes nothing
 * @param from account that loses the seconds (debit)
 * @param to account that receives them (credit)
 * @param seconds more than zero
 * @param month the month it counts for
 * @param eventId event that asked for it, null when a job did
 * @param callId the call it is for, null when it is for none
 * @param note what the person wrote who asked for it, null when no person did
 */
public record Transfer(
    UUID id,
    UUID tenantId,
    AccountKind from,
    AccountKind to,
    long seconds,
    TransferCause cause,
    YearMonth month,
    @Nullable UUID eventId,
    Instant occurredAt,
    @Nullable UUID callId,
    @Nullable String note) {

  /** A movement no call and no person asked for. */
  public Transfer(
      UUID id,
      UUID tenantId,
      AccountKind from,
      AccountKind to,
      long seconds,
      TransferCause cause,
      YearMonth month,
      @Nullable UUID eventId,
      Instant occurredAt) {
    this(id, tenantId, from, to, seconds, cause, month, eventId, occurredAt, null, null);
  }

  /** Refuses what could never be posted. */
  public Transfer {
    if (seconds <= 0) {
      throw new IllegalArgumentException("a transfer moves at least one second");
    }
    if (from == to) {
      throw new IllegalArgumentException("a transfer needs two accounts");
    }
    occurredAt = occurredAt.truncatedTo(ChronoUnit.MICROS);
  }

  /** The id of the only transfer a tenant may have for a cause in a month. */
  public static UUID monthlyId(UUID tenantId, YearMonth month, TransferCause cause) {
    return UuidCreator.getNameBasedSha1(
        tenantId, ("transfer/" + month + "/" + cause.code()).getBytes(StandardCharsets.UTF_8));
  }

  /** The id of a movement of a tenant that has a name of its own, such as a call's third. */
  public static UUID namedId(UUID tenantId, String name) {
    return UuidCreator.getNameBasedSha1(
        tenantId, ("transfer/" + name).getBytes(StandardCharsets.UTF_8));
  }

  /** Whether both move the same seconds in the same way; who asked and when may differ. */
  boolean sameMovement(Transfer other) {
    return id.equals(other.id)
        && tenantId.equals(other.tenantId)
        && from == other.from
        && to == other.to
        && seconds == other.seconds
        && cause == other.cause
        && month.equals(other.month);
  }
}
