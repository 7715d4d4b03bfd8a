package io.dakenh.livetalk.label;

import java.util.UUID;

/**
 * A label.
 *
 * @param color {@code #rrggbb}
 */
public record LabelView(UUID id, String name, String color, long version) {}
