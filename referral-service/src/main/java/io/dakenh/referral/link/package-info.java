/** The public link itself. */
@NullMarked
package io.dakenh.referral.link;

import org.jspecify.annotations.NullMarked;
