/**
 * Messages: stored first, then acknowledged, then delivered. {@link
 * io.dakenh.livetalk.message.MessageWriter} is the only way in, {@link
 * io.dakenh.livetalk.message.History} the only way out.
 */
@NullMarked
package io.dakenh.livetalk.message;

import org.jspecify.annotations.NullMarked;
