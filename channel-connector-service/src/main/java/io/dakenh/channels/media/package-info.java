/** Copies of files, in both directions, and their signed addresses. */
@NullMarked
package io.dakenh.channels.media;

import org.jspecify.annotations.NullMarked;
