package io.dakenh.config.checklist;

import org.jspecify.annotations.Nullable;

/** Puts the list away, or takes it out again. */
record ChecklistBody(@Nullable Boolean open) {}
