package io.dakenh.billing.ledger;

import java.time.Instant;
import java.util.UUID;

/**
 * One movement on a bucket, as the owner sees it.
 *
 * @param account {@code monthly} or {@code bonus}
 * @param seconds positive when the bucket received them
 * @param balanceAfterSeconds what the bucket held then
 * @param cause stable code, translated by the screens
 * @param month calendar month in Asia/Ho_Chi_Minh it counts for, {@code yyyy-MM}
 */
public record LedgerEntryView(
    UUID id,
    UUID transferId,
    String account,
    long seconds,
    long balanceAfterSeconds,
    String cause,
    String month,
    Instant occurredAt) {}
