/** Hears of businesses. */
@NullMarked
package io.dakenh.channels.tenant;

import org.jspecify.annotations.NullMarked;
