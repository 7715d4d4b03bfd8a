/** Provider tokens at rest: sealed, bound to their place, with rotating keys. */
@NullMarked
package io.dakenh.channels.token;

import org.jspecify.annotations.NullMarked;
