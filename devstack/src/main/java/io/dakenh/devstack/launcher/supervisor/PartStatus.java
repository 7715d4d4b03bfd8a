package io.dakenh.devstack.launcher.supervisor;

import org.jspecify.annotations.Nullable;

/**
 * What is known about a part.
 *
 * @param pid its process, when one runs
 * @param processStartedAtMillis tells the process from another one that got the same number later
 * @param startupMillis from the start of the process until it answered
 * @param restarts how often it was started again after it died
 */
public record PartStatus(
    String name,
    PartState state,
    int port,
    @Nullable Long pid,
    @Nullable Long processStartedAtMillis,
    @Nullable Long startupMillis,
    int restarts,
    @Nullable String log) {}
