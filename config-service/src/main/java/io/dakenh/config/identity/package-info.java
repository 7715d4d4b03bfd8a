/**
 * People and organizations in Keycloak. {@link io.dakenh.config.identity.Identity} is the way in;
 * each of its operations may be repeated after a crash.
 */
@NullMarked
package io.dakenh.config.identity;

import org.jspecify.annotations.NullMarked;
