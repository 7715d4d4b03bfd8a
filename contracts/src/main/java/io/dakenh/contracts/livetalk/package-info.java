/** Conversations, messages and presence, published by livetalk-service. */
@NullMarked
package io.dakenh.contracts.livetalk;

import org.jspecify.annotations.NullMarked;
