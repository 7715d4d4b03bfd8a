/**
 * Signed deliveries of providers: how many are taken, how fast, and what happens while the database
 * stands still.
 */
@NullMarked
package io.dakenh.benchmarks.webhooks;

import org.jspecify.annotations.NullMarked;
