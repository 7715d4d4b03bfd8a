/** Turns runs into ratios: of each interleaved pair, then their median, smallest and largest. */
@NullMarked
package io.dakenh.benchmarks.report;

import org.jspecify.annotations.NullMarked;
