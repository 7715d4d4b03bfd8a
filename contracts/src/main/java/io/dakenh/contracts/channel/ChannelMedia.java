package io.dakenh.contracts.channel;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file the connector copied from a provider. It is fetched at {@code path} behind the connector's
 * own address; the path is signed and good for longer than the topic is kept.
 *
 * @param kind {@code image}, {@code audio}, {@code video}, {@code sticker} or {@code file}
 * @param mediaType by content, empty when there is no copy
 * @param path absent when there is no copy
 * @param failureCode why there is none: {@code media-too-large}, {@code media-refused} or {@code
 *     media-unavailable}
 */
public record ChannelMedia(
    UUID mediaId,
    String kind,
    String fileName,
    String mediaType,
    long sizeBytes,
    @Nullable String path,
    @Nullable String failureCode) {}
