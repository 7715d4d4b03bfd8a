/** What the suite wants sent: per thread in order, by the provider's rules. */
@NullMarked
package io.dakenh.channels.outbound;

import org.jspecify.annotations.NullMarked;
