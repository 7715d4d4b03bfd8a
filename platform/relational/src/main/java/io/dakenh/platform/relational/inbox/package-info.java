/** Idempotent inbox: an event's id is a row of the transaction that applies it. */
@NullMarked
package io.dakenh.platform.relational.inbox;

import org.jspecify.annotations.NullMarked;
