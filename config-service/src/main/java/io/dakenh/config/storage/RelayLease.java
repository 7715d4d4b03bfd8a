package io.dakenh.config.storage;

import java.time.Instant;
import java.util.UUID;

/**
 * Who is sending a document's pending entries. One sender at a time keeps the last event on a
 * compacted topic the newest.
 *
 * @param holder process
 * @param until when another may take over
 */
public record RelayLease(UUID holder, Instant until) {}
