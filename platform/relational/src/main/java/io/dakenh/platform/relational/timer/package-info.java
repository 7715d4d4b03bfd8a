/**
 * Durable timers: the rows say when, {@link io.dakenh.platform.relational.timer.DueTimer} wakes up
 * then, and {@link io.dakenh.platform.relational.timer.Alarm} wakes it when a commit brought
 * something earlier. Which rows, and what is done with them, is the service's.
 */
@NullMarked
package io.dakenh.platform.relational.timer;

import org.jspecify.annotations.NullMarked;
