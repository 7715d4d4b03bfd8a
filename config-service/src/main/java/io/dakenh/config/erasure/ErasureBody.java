package io.dakenh.config.erasure;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a business to be erased.
 *
 * @param name the business's name exactly as it is, so that nobody erases another one by mistake
 * @param reason stays in the receipt, so it should name no person
 */
public record ErasureBody(
    @NotNull @Nullable String name, @NotNull @Size(min = 1, max = 500) @Nullable String reason) {}
