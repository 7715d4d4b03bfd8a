package io.dakenh.contracts.config;

import java.util.UUID;

/**
 * A section of the configuration was published. Key: {@code tenantId:section}. A business without
 * an event for a section has its defaults.
 *
 * @param section for example {@code sequences} or {@code window}
 * @param version published version, grows by one with each publish; an older one than seen is
 *     ignored
 * @param content the section's content as JSON, as the API answers it. Beside each media id ({@code
 *     mediaId}, {@code avatarMediaId}) stands the address it is served at ({@code url}, {@code
 *     avatarUrl}), beside each preset sound its {@code url}
 */
public record SectionPublished(UUID tenantId, String section, long version, String content) {}
