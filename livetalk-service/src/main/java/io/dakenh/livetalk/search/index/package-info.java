/**
 * The words of what was said, by which it is found. Whoever changes what was said, or who said it,
 * has it indexed again in the same transaction; new messages are indexed behind their events.
 */
@NullMarked
package io.dakenh.livetalk.search.index;

import org.jspecify.annotations.NullMarked;
