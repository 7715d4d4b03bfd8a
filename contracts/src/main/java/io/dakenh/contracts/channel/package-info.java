/** Linked channels, published by channel-connector-service. */
@NullMarked
package io.dakenh.contracts.channel;

import org.jspecify.annotations.NullMarked;
