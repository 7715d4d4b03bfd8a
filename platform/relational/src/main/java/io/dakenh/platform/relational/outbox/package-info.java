/**
 * Transactional outbox: an event is a row of the transaction that caused it; a relay sends it right
 * after the commit.
 */
@NullMarked
package io.dakenh.platform.relational.outbox;

import org.jspecify.annotations.NullMarked;
