/** Sounds and icons that are part of the product: what there is, and the sounds' bytes. */
@NullMarked
package io.dakenh.config.preset;

import org.jspecify.annotations.NullMarked;
