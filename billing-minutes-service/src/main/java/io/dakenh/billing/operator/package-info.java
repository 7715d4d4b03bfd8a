/**
 * What the platform's operator does by hand: plans, a business's plan, corrections. Every act is
 * noted with who did it and why; none edits a movement that was posted.
 */
@NullMarked
package io.dakenh.billing.operator;

import org.jspecify.annotations.NullMarked;
