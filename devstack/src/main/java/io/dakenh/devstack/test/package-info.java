/**
 * Quarkus test resources on the same infrastructure the launcher starts, and helpers for tests:
 * events on the real broker, fresh tenants, faults. One server of each kind serves all tests of a
 * JVM; isolation comes from a database per application and a tenant per test.
 */
@NullMarked
package io.dakenh.devstack.test;

import org.jspecify.annotations.NullMarked;
