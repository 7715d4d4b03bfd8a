/** Addresses that others gave us: which of them we may call. */
@NullMarked
package io.dakenh.platform.net;

import org.jspecify.annotations.NullMarked;
