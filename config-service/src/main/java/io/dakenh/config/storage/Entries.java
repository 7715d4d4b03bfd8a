package io.dakenh.config.storage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dakenh.contracts.event.EventType;
import io.dakenh.platform.event.EventJson;
import io.dakenh.platform.event.Traces;
import io.dakenh.platform.time.Ids;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Collects what follows from one change. */
public final class Entries {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Instant now;
  private final List<PendingEntry> entries = new ArrayList<>();

  private Entries(Instant now) {
    this.now = now;
  }

  /** Nothing yet. */
  public static Entries at(Clock clock) {
    return new Entries(Documents.now(clock));
  }

  /** An event; events of one aggregate have one key. */
  public <T extends Record> Entries event(EventType<T> type, UUID key, T payload) {
    return event(type, key.toString(), payload);
  }

  /** An event whose key is more than one id. */
  public <T extends Record> Entries event(EventType<T> type, String key, T payload) {
    entries.add(
        new PendingEntry(
            Ids.next(),
            type.name(),
            type.topic().topicName(),
            key,
            now,
            EventJson.write(payload),
            Traces.current(),
            null));
    return this;
  }

  /**
   * Work on other documents.
   *
   * @param effect kind of the {@link PendingEffect} that does it
   * @param key what it is about
   * @param payload JSON
   */
  public Entries effect(String effect, String key, String payload) {
    entries.add(
        new PendingEntry(Ids.next(), effect, null, key, now, payload, Traces.current(), effect));
    return this;
  }

  /**
   * An entry of the audit log.
   *
   * @param action for example {@code department.changed}
   * @param actorId who did it; null for the suite itself and for operators
   * @param target id of what was changed
   * @param fields names of the changed fields; values are not repeated there
   */
  public Entries audit(String action, @Nullable UUID actorId, UUID target, Set<String> fields) {
    return audit(action, actorId, target.toString(), fields);
  }

  /** An entry of the audit log about something that has a name rather than an id. */
  public Entries audit(String action, @Nullable UUID actorId, String target, Set<String> fields) {
    try {
      String payload =
          MAPPER.writeValueAsString(
              Map.of(
                  "actorId",
                  actorId == null ? "" : actorId.toString(),
                  "fields",
                  new TreeSet<>(fields)));
      entries.add(
          new PendingEntry(Ids.next(), action, null, target, now, payload, Traces.current(), null));
      return this;
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("cannot write an audit entry", impossible);
    }
  }

  List<PendingEntry> list() {
    return List.copyOf(entries);
  }
}
