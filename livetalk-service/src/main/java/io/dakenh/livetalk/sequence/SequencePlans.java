package io.dakenh.livetalk.sequence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.dakenh.livetalk.store.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * The versions of the owners' automatic messages. A version never changes, so those in use are kept
 * in memory; which one is the newest is asked each time.
 */
@ApplicationScoped
class SequencePlans {
  private static final int KEPT = 1_000;

  private static final String ADOPT =
      """
      insert into sequence_plan (tenant_id, version, content, active)
      select tenant_id, version, content,
        coalesce((content #>> '{start,enabled}')::boolean, false) or coalesce((content #>> '{noReply,enabled}')::boolean, false)
          or coalesce((content #>> '{offline,enabled}')::boolean, false)
      from section_settings where tenant_id = ? and section = 'sequences'
      on conflict (tenant_id, version) do update set active = excluded.active""";

  /** A day is longer than any look takes that still had the older version in hand. */
  private static final String FORGET =
      """
      delete from sequence_plan p
      where p.tenant_id = ? and p.published_at < now() - interval '1 day'
        and p.version < (select max(q.version) from sequence_plan q where q.tenant_id = p.tenant_id)
        and not exists (
          select 1 from sequence_watch w where w.tenant_id = p.tenant_id
            and p.version in (w.start_version, w.no_reply_version, w.offline_version))""";

  private final Database database;
  private final ObjectMapper json;
  private final Cache<Key, Plan> known = Caffeine.newBuilder().maximumSize(KEPT).build();

  @Inject
  SequencePlans(Database database, ObjectMapper json) {
    this.database = database;
    this.json = json;
  }

  private record Key(UUID tenantId, long version) {}

  /** Takes over what the owner published last, and drops what nothing follows any more. */
  void adopt(UUID tenantId) {
    database.update(
        "update sequence_plan set active = false where tenant_id = ? and active", tenantId);
    database.update(ADOPT, tenantId);
    database.update(FORGET, tenantId);
  }

  /** The newest plan of each of these businesses. */
  Map<UUID, Plan> newest(Collection<UUID> tenantIds) {
    Map<UUID, Plan> plans = new HashMap<>();
    database
        .list(
            "select tenant_id, max(version) from sequence_plan where tenant_id = any (?) group by tenant_id",
            row -> new Key(row.getObject(1, UUID.class), row.getLong(2)),
            (Object) tenantIds.stream().distinct().toArray(UUID[]::new))
        .forEach(key -> plans.put(key.tenantId(), version(key.tenantId(), key.version())));
    return plans;
  }

  /** One version; nothing when it is gone. */
  Plan version(UUID tenantId, long version) {
    Key key = new Key(tenantId, version);
    Plan plan = known.getIfPresent(key);
    if (plan != null) {
      return plan;
    }
    Plan read = read(key);
    if (read.version() == version) {
      known.put(key, read);
    }
    return read;
  }

  private Plan read(Key key) {
    return database
        .first(
            "select content from sequence_plan where tenant_id = ? and version = ?",
            row -> row.getString(1),
            key.tenantId(),
            key.version())
        .map(content -> parse(key.version(), content))
        .orElse(Plan.NONE);
  }

  private Plan parse(long version, String content) {
    try {
      return Plan.of(version, json.readTree(content));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("the database gave no JSON", impossible);
    }
  }
}
