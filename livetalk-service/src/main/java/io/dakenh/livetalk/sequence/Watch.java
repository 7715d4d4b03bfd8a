package io.dakenh.livetalk.sequence;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The automatic messages of a conversation whose visitor waits.
 *
 * @param streak which waiting this is: the sequence of the agent's message before it, 0 for none
 * @param since when it began
 * @param seenStreak the streak of the last look, null before the first
 * @param seenOnline whether agents were online at the last look
 */
record Watch(
    UUID tenantId,
    UUID conversationId,
    long streak,
    Instant since,
    @Nullable Long seenStreak,
    boolean seenOnline,
    Map<SequenceKind, Run> runs) {

  /** A conversation nobody has looked at yet. */
  static Watch fresh(UUID tenantId, UUID conversationId, long streak, Instant since) {
    return new Watch(tenantId, conversationId, streak, since, null, false, Map.of());
  }

  Run run(SequenceKind kind) {
    return runs.getOrDefault(kind, Run.NEVER);
  }

  Watch with(SequenceKind kind, Run run) {
    Map<SequenceKind, Run> changed = new EnumMap<>(SequenceKind.class);
    changed.putAll(runs);
    changed.put(kind, run);
    return new Watch(tenantId, conversationId, streak, since, seenStreak, seenOnline, changed);
  }

  Watch seen(boolean online) {
    return new Watch(tenantId, conversationId, streak, since, streak, online, runs);
  }

  /** The earliest moment at which something is to be sent. */
  @Nullable Instant nextDue() {
    return runs.values().stream()
        .map(Run::due)
        .filter(Objects::nonNull)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }
}
