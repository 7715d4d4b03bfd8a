/** The port to outside platforms: is it configured, reachable, and does a token still work. */
@NullMarked
package io.dakenh.channels.provider;

import org.jspecify.annotations.NullMarked;
