/**
 * A client of a running suite, through its gateway and public interfaces only: used for seeding,
 * {@code ./dakenh demo}, scenarios and benchmarks.
 *
 * <p>Main path: {@link io.dakenh.devstack.suite.SuiteClient} signs people in and calls HTTP
 * endpoints; {@link io.dakenh.devstack.suite.SuiteSocket} speaks the socket protocol; {@link
 * io.dakenh.devstack.suite.Talk} lets a visitor and an agent meet; {@link
 * io.dakenh.devstack.suite.Exchange} sends messages both ways and counts what arrives.
 */
@NullMarked
package io.dakenh.devstack.suite;

import org.jspecify.annotations.NullMarked;
