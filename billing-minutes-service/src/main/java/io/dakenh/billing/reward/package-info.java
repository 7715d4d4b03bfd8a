/** Hears of earned bonus seconds. */
@NullMarked
package io.dakenh.billing.reward;

import org.jspecify.annotations.NullMarked;
