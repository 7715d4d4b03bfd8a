package io.dakenh.config.popup;

import com.fasterxml.jackson.databind.JsonNode;
import io.dakenh.config.content.Popups;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A page to explain.
 *
 * @param url its address
 * @param content popups that were not saved; absent: what is published
 */
record ExplainBody(
    @Nullable String url, @Schema(implementation = Popups.class) @Nullable JsonNode content) {}
