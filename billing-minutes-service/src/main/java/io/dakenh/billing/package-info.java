/**
 * Call time as money: what a business may use, and every second that moved.
 *
 * <p>The main path: a business appears ({@code tenant.TenantConsumer}) → {@code
 * entitlement.EntitlementService} opens its ledger accounts and grants the trial plan's seconds of
 * the current month → {@code ledger.LedgerStore} posts the transfer, once per transfer id, with its
 * two entries and both balances in one statement → {@code entitlement.EntitlementEvents} tells the
 * suite through the outbox. Calls happen ({@code metering.CallConsumer}) → {@code
 * metering.CallBook} holds seconds ahead while they run and charges them when they are over. Bonus
 * seconds come by {@code reward.RewardConsumer}. At the month's end {@code entitlement.MonthEndJob}
 * takes back what is left and grants anew, by transfers as well.
 *
 * <p>The owner reads {@code entitlement.EntitlementResource}, {@code history.CallResource}, {@code
 * statement.StatementResource} and {@code ledger.LedgerEntryResource}; the operator has {@code
 * operator}; {@code reconcile} compares the ledger with the calls. Why the ledger looks like this:
 * {@code docs/adr/0005-ledger.md}.
 */
@NullMarked
package io.dakenh.billing;

import org.jspecify.annotations.NullMarked;
