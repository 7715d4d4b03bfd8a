/** Which business brought which, and what became of it. */
@NullMarked
package io.dakenh.referral.referral;

import org.jspecify.annotations.NullMarked;
