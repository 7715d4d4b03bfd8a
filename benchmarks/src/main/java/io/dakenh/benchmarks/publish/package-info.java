/** How soon what an owner applies is in the widgets that visitors have open. */
@NullMarked
package io.dakenh.benchmarks.publish;

import org.jspecify.annotations.NullMarked;
