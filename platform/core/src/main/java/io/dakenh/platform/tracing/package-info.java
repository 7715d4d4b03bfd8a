/** What traces must not carry. */
@NullMarked
package io.dakenh.platform.tracing;

import org.jspecify.annotations.NullMarked;
