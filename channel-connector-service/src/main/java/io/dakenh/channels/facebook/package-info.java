/** Facebook Graph, as the port {@code provider.Provider} asks for it. */
@NullMarked
package io.dakenh.channels.facebook;

import org.jspecify.annotations.NullMarked;
