/**
 * How fast a service starts and how much memory it takes: its own process, started again and again.
 */
@NullMarked
package io.dakenh.benchmarks.start;

import org.jspecify.annotations.NullMarked;
