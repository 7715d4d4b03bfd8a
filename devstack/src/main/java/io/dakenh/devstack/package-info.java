/**
 * What the suite is run and tested with: {@code infra} starts PostgreSQL, Kafka and MongoDB
 * (embedded processes, containers, or servers that exist already), {@code test} hands them to
 * Quarkus tests, {@code identity} issues the tokens Keycloak would.
 */
@NullMarked
package io.dakenh.devstack;

import org.jspecify.annotations.NullMarked;
