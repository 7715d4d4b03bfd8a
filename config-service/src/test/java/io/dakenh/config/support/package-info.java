/**
 * What the tests of this service share: a Keycloak stand-in for the few Admin API calls, a
 * breakable road to the store, fresh businesses.
 */
@NullMarked
package io.dakenh.config.support;

import org.jspecify.annotations.NullMarked;
