/**
 * What stands behind the script {@code ./dakenh}.
 *
 * <p>Main path of {@code up}: {@link io.dakenh.devstack.launcher.Launcher} reads the command line,
 * {@link io.dakenh.devstack.launcher.UpCommand} checks the ground ({@link
 * io.dakenh.devstack.launcher.Preflight}), lets {@link io.dakenh.devstack.launcher.Suite} describe
 * every process as a {@link io.dakenh.devstack.launcher.supervisor.Part}, runs them under a {@link
 * io.dakenh.devstack.launcher.supervisor.Supervisor}, seeds the demo tenant, and shows addresses
 * and logins. {@link io.dakenh.devstack.launcher.StateFile} tells the other commands, in other
 * shells, what runs where.
 */
@NullMarked
package io.dakenh.devstack.launcher;

import org.jspecify.annotations.NullMarked;
