package io.dakenh.livetalk.mail;

import io.dakenh.platform.mail.Letter;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A letter and where it goes.
 *
 * @param kind for example {@code transcript}
 * @param aboutId conversation or note it is about
 * @param visitorId whose words are in it, if anybody's: erasing them takes the mail back
 * @param recipient one address
 */
public record Mail(
    UUID tenantId,
    String kind,
    UUID aboutId,
    @Nullable UUID visitorId,
    String recipient,
    Letter letter) {}
