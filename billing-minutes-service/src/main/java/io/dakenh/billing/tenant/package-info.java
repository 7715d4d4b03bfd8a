/** Hears of businesses. */
@NullMarked
package io.dakenh.billing.tenant;

import org.jspecify.annotations.NullMarked;
