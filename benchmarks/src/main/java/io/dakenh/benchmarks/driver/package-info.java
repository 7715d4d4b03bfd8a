/** The load driver: one thread, JDK only, the same for every target. */
@NullMarked
package io.dakenh.benchmarks.driver;

import org.jspecify.annotations.NullMarked;
