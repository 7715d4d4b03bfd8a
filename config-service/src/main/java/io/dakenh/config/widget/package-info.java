/**
 * What visitors see of a business: the settings an owner edits, and the public document made of
 * them. {@link io.dakenh.config.widget.Bootstraps} renders it once per change and serves it from
 * memory.
 */
@NullMarked
package io.dakenh.config.widget;

import org.jspecify.annotations.NullMarked;
