/**
 * Double entry in whole seconds: accounts, immutable transfers, entries, balances. Knows nobody who
 * moves seconds, nor why.
 */
@NullMarked
package io.dakenh.billing.ledger;

import org.jspecify.annotations.NullMarked;
