/** Hears of businesses. */
@NullMarked
package io.dakenh.referral.tenant;

import org.jspecify.annotations.NullMarked;
