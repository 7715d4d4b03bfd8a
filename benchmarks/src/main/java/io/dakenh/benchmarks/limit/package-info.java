/** The bare limits: nothing but the work that cannot be left out, as denominators of the ratios. */
@NullMarked
package io.dakenh.benchmarks.limit;

import org.jspecify.annotations.NullMarked;
