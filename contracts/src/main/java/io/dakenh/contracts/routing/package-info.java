/** Offers and allocations, published by routing-service. */
@NullMarked
package io.dakenh.contracts.routing;

import org.jspecify.annotations.NullMarked;
