package io.dakenh.config.apikey;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A key to make.
 *
 * @param name 1–80 characters
 * @param scopes at least one of {@code conversations:read}, {@code messages:write}, {@code
 *     contacts:read}, {@code reports:read}
 * @param expiresAt an instant to come, at most ten years away; absent: never
 */
record ApiKeyBody(
    @Nullable String name, @Nullable List<@Nullable String> scopes, @Nullable String expiresAt) {}
