package io.dakenh.config.staff;

import java.time.Instant;

/**
 * A letter by which somebody chooses a password.
 *
 * @param tokenHash of the one link that works; a newer letter ends the older one's
 * @param sentAt when it was written
 */
public record Invitation(String tokenHash, Instant sentAt, Instant expiresAt) {}
