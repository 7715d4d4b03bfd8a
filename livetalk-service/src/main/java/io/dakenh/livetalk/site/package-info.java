/** The widget and the trial page, served from the jar of the {@code web} module. */
@NullMarked
package io.dakenh.livetalk.site;

import org.jspecify.annotations.NullMarked;
