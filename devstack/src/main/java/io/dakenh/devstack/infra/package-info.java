/**
 * Infrastructure behind one interface.
 *
 * <p>Main path: {@link io.dakenh.devstack.infra.Infrastructure} picks, by {@code SUITE_INFRA}, one
 * implementation of each {@link io.dakenh.devstack.infra.Backend}; {@code start} makes it, {@code
 * awaitReady} returns when it answers, the accessors say how to reach it, {@code stop} ends it and
 * keeps its data. Embedded ones are real processes built from {@link
 * io.dakenh.devstack.infra.RuntimeFiles}, run by {@link io.dakenh.devstack.infra.ChildProcess}.
 */
@NullMarked
package io.dakenh.devstack.infra;

import org.jspecify.annotations.NullMarked;
