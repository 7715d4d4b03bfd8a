/**
 * Main classes of the embedded servers. They run in processes of their own whose class path is the
 * one {@code devstack/runtime} resolved, and use nothing else of this module.
 */
@NullMarked
package io.dakenh.devstack.infra.process;

import org.jspecify.annotations.NullMarked;
