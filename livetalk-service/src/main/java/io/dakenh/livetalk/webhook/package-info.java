/**
 * Tells the programs of a business what happens. {@link io.dakenh.livetalk.webhook.WebhookConsumer}
 * hears this service's own events and writes a row for each endpoint that wants one; {@link
 * io.dakenh.livetalk.webhook.WebhookTimer} takes endpoints that have something due, each by one
 * worker, so that a slow one holds up nobody; {@link io.dakenh.livetalk.webhook.Courier} sends.
 * What people wrote is read at that moment and kept nowhere else: what was erased meanwhile is not
 * sent.
 */
@NullMarked
package io.dakenh.livetalk.webhook;

import org.jspecify.annotations.NullMarked;
