/** Visits to referral links: counted, and recognised for as long as a sign-up may come of them. */
@NullMarked
package io.dakenh.referral.click;

import org.jspecify.annotations.NullMarked;
