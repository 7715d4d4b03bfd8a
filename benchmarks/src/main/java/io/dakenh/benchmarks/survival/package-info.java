/**
 * Conversations under load while parts of the suite die or are replaced.
 *
 * <p>{@link Trial} lets visitors and agents talk on sockets that come back, resume and send again
 * as the widget and the desk do ({@link Participant}, {@link Side}). Each client writes down what
 * it did and saw ({@link Journal}); the {@link Checker} believes these journals alone. {@link
 * Faults} kills or restarts meanwhile.
 */
@NullMarked
package io.dakenh.benchmarks.survival;

import org.jspecify.annotations.NullMarked;
