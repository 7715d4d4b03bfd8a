package io.dakenh.livetalk.attachment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file as everyone in its conversation sees it.
 *
 * @param name as it was called, cleaned, with an ending of its type
 * @param mediaType by its content
 * @param url path on the one origin, good for a while
 * @param thumbnailUrl of a small JPEG; absent where the picture is small itself, or none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AttachmentView(
    UUID id,
    String name,
    String mediaType,
    long bytes,
    @Nullable Integer width,
    @Nullable Integer height,
    @Nullable Long durationMilliseconds,
    String url,
    @Nullable String thumbnailUrl) {}
