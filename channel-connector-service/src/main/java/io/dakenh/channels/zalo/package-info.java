/** Zalo Official Account, as the port {@code provider.Provider} asks for it. */
@NullMarked
package io.dakenh.channels.zalo;

import org.jspecify.annotations.NullMarked;
