package io.dakenh.billing.metering;

import io.dakenh.billing.entitlement.Entitlement;
import io.dakenh.billing.entitlement.MonthUsage;
import io.dakenh.billing.entitlement.Standings.Standing;
import io.dakenh.billing.ledger.AccountKind;
import io.dakenh.billing.ledger.Balances;
import io.dakenh.billing.ledger.Transfer;
import io.dakenh.billing.ledger.TransferCause;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The seconds of one tenant, while its accounts are held by the current transaction. Each movement
 * becomes a transfer; nothing is stored here.
 *
 * <p>A call belongs to the month in which its first agent joined. While that month is open its
 * seconds are in the account {@code monthly}; once it is closed, what nobody used of it lies with
 * the issuer and is counted in {@link MonthUsage}. {@link #settle} keeps one order: monthly seconds
 * are spent before bonus seconds, and nothing is overdrawn while something is left, whichever call
 * held what when.
 */
final class Purse {
  private final Standing standing;
  private final Instant now;
  private final Map<AccountKind, Long> balance = new EnumMap<>(AccountKind.class);
  private final Map<YearMonth, MonthUsage> months = new HashMap<>();
  private final List<Transfer> transfers = new ArrayList<>();

  Purse(Standing standing, Balances balances, Instant now) {
    this.standing = standing;
    this.now = now;
    balance.put(AccountKind.MONTHLY, balances.monthlySeconds());
    balance.put(AccountKind.BONUS, balances.bonusSeconds());
    balance.put(AccountKind.USED, balances.usedSeconds());
    balance.put(AccountKind.HELD, balances.heldSeconds());
    balance.put(AccountKind.OVERDRAFT, -balances.overdraftSeconds());
  }

  Standing standing() {
    return standing;
  }

  /** Months that were loaded; others are taken as unknown. */
  void know(MonthUsage usage) {
    months.put(usage.month(), usage);
  }

  private MonthUsage usage(YearMonth month) {
    return months.computeIfAbsent(
        month,
        absent ->
            absent.equals(standing.month())
                ? MonthUsage.open(standing.tenantId(), absent, standing.granted())
                : MonthUsage.unknown(standing.tenantId(), absent));
  }

  /** Sets seconds aside for a running call, as far as there are any; returns how many. */
  long hold(CallRecord call, long seconds) {
    YearMonth month = monthOf(call);
    long monthly = Math.min(seconds, leftOf(month));
    if (monthly > 0) {
      takeFromMonth(call, AccountKind.HELD, monthly, TransferCause.HOLD);
      call.heldMonthlySeconds += monthly;
    }
    long bonus = Math.min(seconds - monthly, of(AccountKind.BONUS));
    if (bonus > 0) {
      move(call, AccountKind.BONUS, AccountKind.HELD, bonus, TransferCause.HOLD);
      call.heldBonusSeconds += bonus;
    }
    return monthly + bonus;
  }

  /** A call used seconds: first those it held, then what is left, then an overdraft. */
  void charge(CallRecord call, long seconds) {
    YearMonth month = monthOf(call);
    long heldMonthly = Math.min(seconds, call.heldMonthlySeconds);
    long heldBonus = Math.min(seconds - heldMonthly, call.heldBonusSeconds);
    if (heldMonthly + heldBonus > 0) {
      move(call, AccountKind.HELD, AccountKind.USED, heldMonthly + heldBonus, TransferCause.CALL);
      call.heldMonthlySeconds -= heldMonthly;
      call.heldBonusSeconds -= heldBonus;
      usage(month).spendBonus(heldBonus);
    }
    long rest = seconds - heldMonthly - heldBonus;
    long monthly = Math.min(rest, leftOf(month));
    if (monthly > 0) {
      takeFromMonth(call, AccountKind.USED, monthly, TransferCause.CALL);
    }
    long bonus = Math.min(rest - monthly, of(AccountKind.BONUS));
    if (bonus > 0) {
      move(call, AccountKind.BONUS, AccountKind.USED, bonus, TransferCause.CALL);
      usage(month).spendBonus(bonus);
    }
    long beyond = rest - monthly - bonus;
    if (beyond > 0) {
      overdraw(call, month, beyond);
    }
    call.chargedSeconds += seconds;
  }

  private void overdraw(CallRecord call, YearMonth month, long seconds) {
    if (usage(month).closed()) {
      move(call, AccountKind.ISSUER, AccountKind.USED, seconds, TransferCause.OVERDRAFT);
      usage(month).overdraw(seconds);
    } else {
      move(call, AccountKind.OVERDRAFT, AccountKind.USED, seconds, TransferCause.OVERDRAFT);
    }
  }

  /** Gives back what a call held and did not use. */
  void release(CallRecord call) {
    if (call.heldBonusSeconds > 0) {
      move(
          call,
          AccountKind.HELD,
          AccountKind.BONUS,
          call.heldBonusSeconds,
          TransferCause.HOLD_RELEASE);
      call.heldBonusSeconds = 0;
    }
    if (call.heldMonthlySeconds > 0) {
      giveToMonth(call, AccountKind.HELD, call.heldMonthlySeconds, TransferCause.HOLD_RELEASE);
      call.heldMonthlySeconds = 0;
    }
  }

  /** A call used less than was charged. */
  void refund(CallRecord call, long seconds) {
    if (seconds > 0) {
      giveToMonth(call, AccountKind.USED, seconds, TransferCause.CALL_REFUND);
      call.chargedSeconds -= seconds;
    }
  }

  /** Bonus seconds from outside. */
  void receive(Transfer bonus) {
    apply(bonus);
  }

  /** Brings the month into order: see the class comment. */
  void settle(YearMonth month) {
    MonthUsage usage = usage(month);
    if (usage.closed()) {
      settleClosed(usage);
    } else {
      settleOpen(usage);
    }
  }

  private void settleOpen(MonthUsage usage) {
    adjust(
        usage,
        AccountKind.MONTHLY,
        AccountKind.OVERDRAFT,
        Math.min(-of(AccountKind.OVERDRAFT), of(AccountKind.MONTHLY)),
        TransferCause.OVERDRAFT_REPAID);
    long byBonus = Math.min(-of(AccountKind.OVERDRAFT), of(AccountKind.BONUS));
    adjust(
        usage, AccountKind.BONUS, AccountKind.OVERDRAFT, byBonus, TransferCause.OVERDRAFT_REPAID);
    usage.spendBonus(Math.max(0, byBonus));
    long swapped = Math.min(usage.bonusSpent(), of(AccountKind.MONTHLY));
    adjust(usage, AccountKind.MONTHLY, AccountKind.BONUS, swapped, TransferCause.MONTHLY_FIRST);
    usage.spendBonus(-Math.max(0, swapped));
  }

  /** The issuer paid the overdraft of a closed month, so bringing it into order is book-keeping. */
  private void settleClosed(MonthUsage usage) {
    long repaid = Math.min(usage.left(), usage.overdraft());
    usage.leave(-repaid);
    usage.overdraw(-repaid);
    long swapped = Math.min(usage.left(), usage.bonusSpent());
    adjust(usage, AccountKind.ISSUER, AccountKind.BONUS, swapped, TransferCause.MONTHLY_FIRST);
    usage.leave(-swapped);
    usage.spendBonus(-swapped);
  }

  private void adjust(
      MonthUsage usage, AccountKind from, AccountKind to, long seconds, TransferCause cause) {
    if (seconds > 0) {
      apply(
          new Transfer(
              Transfer.namedId(
                  standing.tenantId(), "month/" + usage.month() + "/" + usage.nextAdjustment()),
              standing.tenantId(),
              from,
              to,
              seconds,
              cause,
              usage.month(),
              null,
              now));
    }
  }

  private long leftOf(YearMonth month) {
    MonthUsage usage = usage(month);
    return usage.closed() ? usage.left() : of(AccountKind.MONTHLY);
  }

  private void takeFromMonth(CallRecord call, AccountKind to, long seconds, TransferCause cause) {
    MonthUsage usage = usage(monthOf(call));
    if (usage.closed()) {
      usage.leave(-seconds);
    }
    move(call, usage.closed() ? AccountKind.ISSUER : AccountKind.MONTHLY, to, seconds, cause);
  }

  private void giveToMonth(CallRecord call, AccountKind from, long seconds, TransferCause cause) {
    MonthUsage usage = usage(monthOf(call));
    if (usage.closed()) {
      usage.leave(seconds);
    }
    move(call, from, usage.closed() ? AccountKind.ISSUER : AccountKind.MONTHLY, seconds, cause);
  }

  private void move(
      CallRecord call, AccountKind from, AccountKind to, long seconds, TransferCause cause) {
    call.movements++;
    apply(
        new Transfer(
            Transfer.namedId(
                standing.tenantId(), "call/" + call.key.callId() + "/" + call.movements),
            standing.tenantId(),
            from,
            to,
            seconds,
            cause,
            monthOf(call),
            call.eventId,
            now,
            call.key.callId(),
            null));
  }

  private void apply(Transfer transfer) {
    transfers.add(transfer);
    balance.merge(transfer.from(), -transfer.seconds(), Long::sum);
    balance.merge(transfer.to(), transfer.seconds(), Long::sum);
  }

  private long of(AccountKind kind) {
    return balance.getOrDefault(kind, 0L);
  }

  private static YearMonth monthOf(CallRecord call) {
    YearMonth month = call.month;
    if (month == null) {
      throw new IllegalStateException("a call nobody joined belongs to no month");
    }
    return month;
  }

  List<Transfer> transfers() {
    return transfers;
  }

  List<MonthUsage> months() {
    return List.copyOf(months.values());
  }

  /** What the tenant may use once the transfers are posted. */
  Entitlement entitlement() {
    @Nullable MonthUsage open = months.get(standing.month());
    UUID tenantId = standing.tenantId();
    return new Entitlement(
        tenantId,
        standing.plan(),
        standing.month(),
        standing.granted(),
        open == null ? 0 : open.bonusSpent(),
        new Balances(
            of(AccountKind.MONTHLY),
            of(AccountKind.BONUS),
            of(AccountKind.USED),
            of(AccountKind.HELD),
            -of(AccountKind.OVERDRAFT)),
        standing.nextPlanCode(),
        standing.version() + 1,
        now);
  }
}
