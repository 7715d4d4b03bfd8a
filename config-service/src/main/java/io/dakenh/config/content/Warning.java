package io.dakenh.config.content;

/**
 * Something an owner should know and may publish nevertheless.
 *
 * @param pointer which value it is about
 * @param code {@code low-contrast}, {@code unbalanced-signature-marks}, {@code
 *     signature-without-link} or {@code function-off}
 * @param detail for people who read no translation
 */
public record Warning(String pointer, String code, String detail) {}
