/**
 * Stands in for Keycloak in service tests: {@link io.dakenh.devstack.identity.TokenIssuer} serves
 * discovery and keys, {@link io.dakenh.devstack.identity.Tokens} signs what {@code
 * docs/identity.md} describes, and wrong ones.
 */
@NullMarked
package io.dakenh.devstack.identity;

import org.jspecify.annotations.NullMarked;
