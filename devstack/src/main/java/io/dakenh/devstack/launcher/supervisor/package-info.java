/**
 * Keeps the processes of a suite running.
 *
 * <p>Main path: {@link io.dakenh.devstack.launcher.supervisor.Supervisor} starts each {@link
 * io.dakenh.devstack.launcher.supervisor.Part} when those it needs are ready, starts it again when
 * it dies, and stops all of them in order; a {@link
 * io.dakenh.devstack.launcher.supervisor.SupervisorListener} hears every change.
 */
@NullMarked
package io.dakenh.devstack.launcher.supervisor;

import org.jspecify.annotations.NullMarked;
