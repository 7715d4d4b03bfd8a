/** The code of each business: short, unambiguous, issued once, never changed. */
@NullMarked
package io.dakenh.referral.code;

import org.jspecify.annotations.NullMarked;
