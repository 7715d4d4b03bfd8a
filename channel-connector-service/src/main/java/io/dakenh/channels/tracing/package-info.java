/** What traces must not carry. */
@NullMarked
package io.dakenh.channels.tracing;

import org.jspecify.annotations.NullMarked;
