package io.dakenh.livetalk.sequence;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The automatic messages an owner published, in one version.
 *
 * @param facebook whether Facebook conversations get them too
 * @param zalo whether Zalo conversations get them too
 */
record Plan(long version, Map<SequenceKind, Sequence> sequences, boolean facebook, boolean zalo) {
  private static final Sequence NOTHING =
      new Sequence(false, Duration.ZERO, Duration.ZERO, List.of());

  /** A business that never published any. */
  static final Plan NONE = new Plan(0, Map.of(), false, false);

  /** One sequence. */
  record Sequence(boolean enabled, Duration delay, Duration gap, List<String> contents) {
    /** Whether it sends anything at all. */
    boolean runs() {
      return enabled && !contents.isEmpty();
    }
  }

  /** The content of section {@code sequences}; config-service has checked it. */
  static Plan of(long version, JsonNode content) {
    Map<SequenceKind, Sequence> sequences = new EnumMap<>(SequenceKind.class);
    for (SequenceKind kind : SequenceKind.values()) {
      sequences.put(kind, sequence(content.path(kind.code())));
    }
    JsonNode channels = content.path("channels");
    return new Plan(
        version,
        sequences,
        channels.path("facebook").asBoolean(),
        channels.path("zalo").asBoolean());
  }

  private static Sequence sequence(JsonNode content) {
    return new Sequence(
        content.path("enabled").asBoolean(),
        Duration.ofSeconds(content.path("startDelaySeconds").asLong()),
        Duration.ofSeconds(content.path("gapSeconds").asLong()),
        content.path("contents").valueStream().map(JsonNode::asText).toList());
  }

  Sequence sequence(SequenceKind kind) {
    return sequences.getOrDefault(kind, NOTHING);
  }

  /** Whether conversations of this channel get any: the own website's, others where allowed. */
  boolean concerns(String channelKind) {
    return switch (channelKind) {
      case "livetalk" -> anyRuns();
      case "facebook" -> facebook && anyRuns();
      case "zalo" -> zalo && anyRuns();
      default -> false;
    };
  }

  private boolean anyRuns() {
    return sequences.values().stream().anyMatch(Sequence::runs);
  }
}
