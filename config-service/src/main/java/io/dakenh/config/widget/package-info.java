/**
 * The public widget document: what visitors get, rendered once per change and served from memory.
 *
 * <p>{@link io.dakenh.config.widget.WidgetDocuments} gathers what it is made of, {@code Rendering}
 * makes it, {@code WidgetRenderer} stores and announces it, {@code Bootstraps} keeps it compressed
 * in memory, and {@code BootstrapRoute} answers browsers with it.
 */
@NullMarked
package io.dakenh.config.widget;

import org.jspecify.annotations.NullMarked;
