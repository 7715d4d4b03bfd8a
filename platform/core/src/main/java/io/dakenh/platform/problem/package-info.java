/** Failures as RFC 9457 problems: one exception, one table of statuses, one mapper. */
@NullMarked
package io.dakenh.platform.problem;

import org.jspecify.annotations.NullMarked;
