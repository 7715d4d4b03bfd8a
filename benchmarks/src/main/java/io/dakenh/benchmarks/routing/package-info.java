/**
 * Measures routing alone: {@code RoutingStage} runs one replica beside a database and a broker of
 * its own, events go in and come out as they do between the services, and {@code SkipLocked} is the
 * limit on the same database.
 */
@NullMarked
package io.dakenh.benchmarks.routing;

import org.jspecify.annotations.NullMarked;
