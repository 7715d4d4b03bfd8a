package io.dakenh.devstack.test;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One record as it stood on the broker.
 *
 * @param headers every header as text; of repeated ones the last
 * @param json the value as text, absent for a tombstone
 */
public record ProbedEvent(
    String topic, @Nullable String key, Map<String, String> headers, @Nullable String json) {
  /** CloudEvents id. */
  public @Nullable String id() {
    return headers.get("ce_id");
  }

  /** CloudEvents type. */
  public @Nullable String type() {
    return headers.get("ce_type");
  }

  /** Whether it is of the tenant. */
  public boolean of(UUID tenantId) {
    return tenantId.toString().equals(headers.get("ce_tenantid"));
  }
}
