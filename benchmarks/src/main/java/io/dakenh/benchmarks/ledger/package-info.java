/**
 * Measures the minutes ledger: one replica of billing beside a database and a broker of its own
 * ({@code LedgerStage}) is told of calls as livetalk would tell of them ({@code CallTraffic}); a
 * naive posting and a batched one on bare tables of the same database are the limits ({@code
 * BareLedger}); ten thousand tenants end their month ({@code MonthEnds}).
 */
@NullMarked
package io.dakenh.benchmarks.ledger;

import org.jspecify.annotations.NullMarked;
