package io.dakenh.config.section;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One difference between two versions.
 *
 * @param pointer where: in the later version, for something removed in the earlier one. The pointer
 *     of a list itself means its order; before and after are then the ids
 * @param op {@code add}, {@code remove} or {@code replace}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Change(
    String pointer,
    String op,
    @Schema(implementation = Object.class) @Nullable JsonNode before,
    @Schema(implementation = Object.class) @Nullable JsonNode after) {}
