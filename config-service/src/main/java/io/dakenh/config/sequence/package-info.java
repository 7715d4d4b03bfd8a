/**
 * What automatic messages would do: {@link io.dakenh.config.sequence.Timeline} plays a conversation
 * through, without a clock and without storing anything.
 */
@NullMarked
package io.dakenh.config.sequence;

import org.jspecify.annotations.NullMarked;
