/** The clock and time-ordered ids. */
@NullMarked
package io.dakenh.platform.time;

import org.jspecify.annotations.NullMarked;
