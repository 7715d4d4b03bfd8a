/** Compares the ledger with itself and with the calls, and raises the alarm when they differ. */
@NullMarked
package io.dakenh.billing.reconcile;

import org.jspecify.annotations.NullMarked;
