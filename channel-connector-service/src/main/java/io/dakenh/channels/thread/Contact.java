package io.dakenh.channels.thread;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A customer as one channel knows them.
 *
 * @param profileDueAt when the provider is asked again; null: at once
 */
public record Contact(
    UUID id,
    String externalId,
    @Nullable String name,
    @Nullable UUID pictureId,
    @Nullable Boolean following,
    @Nullable String phone,
    @Nullable Instant profileAt,
    @Nullable Instant profileDueAt) {}
