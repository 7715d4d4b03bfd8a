/**
 * Says what uploaded bytes are, and refuses what is damaged, too large once unpacked, or not what
 * the place is for. A detector looks at the content; the decoder of that very type has the last
 * word. Plain Java without a store.
 */
@NullMarked
package io.dakenh.platform.media;

import org.jspecify.annotations.NullMarked;
