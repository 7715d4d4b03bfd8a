/**
 * Turns what happened in calls into movements of seconds.
 *
 * <p>The main path: {@code CallConsumer} hears events, in whatever order and however often → {@code
 * CallNews} is what a batch tells of one call → {@code CallBook} holds the tenants, lays the news
 * onto the {@code CallRecord}s and asks {@code Verdict} what each call is and costs → {@code Purse}
 * makes the transfers: seconds are held ahead while a call runs, charged when it is over, and what
 * was not needed goes back → all of the batch is posted with one statement and told once per
 * tenant.
 *
 * <p>A call's cost follows from what is known of it and from nothing else; the same events in
 * another order end in the same rows and balances. {@code CallExpiry} ends calls that fell silent.
 */
@NullMarked
package io.dakenh.billing.metering;

import org.jspecify.annotations.NullMarked;
