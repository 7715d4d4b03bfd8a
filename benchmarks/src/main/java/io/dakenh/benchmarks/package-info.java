/**
 * Measures the suite against bare limits in one run, by the rules of the performance reference:
 * interleaved pairs, ratios, operations per server core-second.
 *
 * <p>Main path: {@link io.dakenh.benchmarks.Bench} → {@link io.dakenh.benchmarks.ChatBench} opens a
 * {@link io.dakenh.benchmarks.driver.Target} (a limit of {@code limit}, or the suite of {@code
 * product}), lets {@link io.dakenh.benchmarks.driver.ChatDriver} load it, and {@code report} turns
 * the runs into ratios.
 */
@NullMarked
package io.dakenh.benchmarks;

import org.jspecify.annotations.NullMarked;
