/** Hears of conversations. */
@NullMarked
package io.dakenh.referral.conversation;

import org.jspecify.annotations.NullMarked;
