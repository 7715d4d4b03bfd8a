/** What of a business is removed when it is erased; the platform does the removing. */
@NullMarked
package io.dakenh.referral.erasure;

import org.jspecify.annotations.NullMarked;
