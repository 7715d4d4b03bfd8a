/** What providers send, in one form of ours. Knows neither a provider nor our storage. */
@NullMarked
package io.dakenh.channels.event;

import org.jspecify.annotations.NullMarked;
