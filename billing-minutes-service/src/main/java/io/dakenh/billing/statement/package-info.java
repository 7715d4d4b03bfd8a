/** What happened to the seconds of a month, made from the ledger and the calls. */
@NullMarked
package io.dakenh.billing.statement;

import org.jspecify.annotations.NullMarked;
