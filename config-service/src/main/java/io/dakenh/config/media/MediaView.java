package io.dakenh.config.media;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An upload.
 *
 * @param url path on the one origin; its bytes never change
 * @param purpose {@code image}, {@code tone} or {@code ringtone}
 * @param kind {@code image} or {@code audio}
 * @param contentType what the bytes are, whatever the name says
 * @param bytes size as stored
 * @param fileName as the owner's file was called, for people only
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MediaView(
    UUID id,
    String url,
    String purpose,
    String kind,
    String contentType,
    long bytes,
    @Nullable Integer widthPixels,
    @Nullable Integer heightPixels,
    @Nullable Long durationMilliseconds,
    String fileName) {}
