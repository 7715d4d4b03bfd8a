package io.dakenh.config.signup;

import java.time.Instant;
import java.util.UUID;

/**
 * A letter is on its way.
 *
 * @param id with which another letter can be asked for
 * @param expiresAt until when its link may be followed
 */
record SignUpView(UUID id, Instant expiresAt) {}
