/**
 * What the sections of the configuration contain: one record each, with its limits, its defaults
 * and its warnings.
 *
 * <p>{@link io.dakenh.config.content.Contents} is the way in: it reads what an owner sends through
 * {@code Body}, which names every fault with its pointer, reads what is stored, and knows what a
 * business starts with. Nothing here stores or renders.
 */
@NullMarked
package io.dakenh.config.content;

import org.jspecify.annotations.NullMarked;
