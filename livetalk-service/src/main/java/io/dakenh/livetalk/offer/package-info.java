/** What routing-service decides: offers shown to agents, and the agent who joined. */
@NullMarked
package io.dakenh.livetalk.offer;

import org.jspecify.annotations.NullMarked;
