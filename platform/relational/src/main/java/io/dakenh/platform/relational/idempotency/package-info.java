/** Idempotency-Key on requests that create something. */
@NullMarked
package io.dakenh.platform.relational.idempotency;

import org.jspecify.annotations.NullMarked;
