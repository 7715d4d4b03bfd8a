/** The suite as a target: prepared and loaded through its public interface only. */
@NullMarked
package io.dakenh.benchmarks.product;

import org.jspecify.annotations.NullMarked;
