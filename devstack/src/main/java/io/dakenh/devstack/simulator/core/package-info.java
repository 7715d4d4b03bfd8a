/**
 * What both simulated providers share: requests and replies, a clock, faults, customers,
 * deliveries.
 */
@NullMarked
package io.dakenh.devstack.simulator.core;

import org.jspecify.annotations.NullMarked;
