/** What the owner of a new business is shown to do first; it ticks itself from facts. */
@NullMarked
package io.dakenh.config.checklist;

import org.jspecify.annotations.NullMarked;
