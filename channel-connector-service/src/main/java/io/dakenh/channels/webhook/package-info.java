/**
 * Takes deliveries of providers: the signature is judged over the raw bytes, what is genuine is
 * stored with others in one commit, and only then answered.
 */
@NullMarked
package io.dakenh.channels.webhook;

import org.jspecify.annotations.NullMarked;
