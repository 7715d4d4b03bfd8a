package io.dakenh.config.canned;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A canned message as the owner sends it, whole.
 *
 * @param name 1–80 characters, unique in the business
 * @param content 1–5000 characters; {@code {visitor}}, {@code {agent}} and {@code {department}} are
 *     replaced when it is inserted
 * @param departmentIds who may use it; none or absent: everybody
 * @param mediaIds at most 5 uploaded pictures
 */
record CannedBody(
    @Nullable String name,
    @Nullable String content,
    @Nullable List<@Nullable String> departmentIds,
    @Nullable List<@Nullable String> mediaIds) {}
