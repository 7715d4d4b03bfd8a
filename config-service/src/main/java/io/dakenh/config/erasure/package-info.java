/**
 * Erases a business for good, and proves it. {@link io.dakenh.config.erasure.Erasures} takes the
 * operator's request: one write marks the tenant's document and carries the event that asks all
 * services; {@link io.dakenh.config.erasure.ErasureWork} removes what this service and the identity
 * server have, in steps that may be repeated; {@link io.dakenh.config.erasure.ErasureConsumer}
 * hears what the others removed. When all have answered the tenant's document goes, and the receipt
 * stays.
 */
@NullMarked
package io.dakenh.config.erasure;

import org.jspecify.annotations.NullMarked;
