/**
 * How a business is erased for good: config-service asks, every service that keeps something of the
 * business removes it and tells what it removed.
 */
@NullMarked
package io.dakenh.contracts.erasure;

import org.jspecify.annotations.NullMarked;
