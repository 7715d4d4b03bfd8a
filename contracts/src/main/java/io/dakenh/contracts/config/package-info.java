/** State of what an owner configures, published by config-service on compacted topics. */
@NullMarked
package io.dakenh.contracts.config;

import org.jspecify.annotations.NullMarked;
