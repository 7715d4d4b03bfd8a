/**
 * From stored deliveries to what the suite is told: sorted by thread, each thread's events one
 * after another.
 */
@NullMarked
package io.dakenh.channels.inbound;

import org.jspecify.annotations.NullMarked;
