/**
 * The ports to outside platforms: whether one is configured and reachable, whether a token still
 * works, linking, renewing and sending.
 */
@NullMarked
package io.dakenh.channels.provider;

import org.jspecify.annotations.NullMarked;
