package io.dakenh.platform.problem;

/**
 * One thing wrong in a request body.
 *
 * @param pointer JSON pointer to the value, for example {@code /agentIds/0}
 * @param code stable, translated by the screens, for example {@code too-long}
 * @param detail safe to show
 */
public record FieldError(String pointer, String code, String detail) {}
