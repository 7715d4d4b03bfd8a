/**
 * Businesses: their document, what the owner and the operator see of it, and work that follows from
 * changes elsewhere.
 */
@NullMarked
package io.dakenh.config.tenant;

import org.jspecify.annotations.NullMarked;
