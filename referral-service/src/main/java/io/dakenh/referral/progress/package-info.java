/** How far businesses got: whether they have handled a conversation. */
@NullMarked
package io.dakenh.referral.progress;

import org.jspecify.annotations.NullMarked;
