/** Signed requests of Facebook: an app was removed, a person's data is to be deleted. */
@NullMarked
package io.dakenh.channels.privacy;

import org.jspecify.annotations.NullMarked;
