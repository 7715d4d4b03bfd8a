/** Entitlements and the end of minutes, published by billing-minutes-service. */
@NullMarked
package io.dakenh.contracts.billing;

import org.jspecify.annotations.NullMarked;
