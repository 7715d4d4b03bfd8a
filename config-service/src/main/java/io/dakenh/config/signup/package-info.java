/**
 * A business registers itself. {@link io.dakenh.config.signup.SignUps} writes down what was typed,
 * the password as a hash, and answers the same whoever the address belongs to; what the letter says
 * is decided afterwards by {@link io.dakenh.config.signup.SignUpLetter}. Nothing exists in Keycloak
 * or in any other service before the link in the letter was followed: then provisioning makes the
 * business in one go, and goes on where it ended if a process dies in between.
 */
@NullMarked
package io.dakenh.config.signup;

import org.jspecify.annotations.NullMarked;
