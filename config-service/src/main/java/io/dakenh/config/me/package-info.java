/** Who the caller is: the one thing of this service that agents may read. */
@NullMarked
package io.dakenh.config.me;

import org.jspecify.annotations.NullMarked;
