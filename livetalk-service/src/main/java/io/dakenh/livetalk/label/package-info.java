/**
 * Labels: an owner says which there are, agents put them on conversations, lists are filtered by
 * them.
 */
@NullMarked
package io.dakenh.livetalk.label;

import org.jspecify.annotations.NullMarked;
