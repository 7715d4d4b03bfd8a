package io.dakenh.devstack.infra;

import io.dakenh.devstack.infra.EmbeddedPostgres.Durability;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Server settings common to the embedded process and the container. */
final class PostgresSettings {
  private PostgresSettings() {}

  /** As {@code -c} options of the server. */
  static List<String> options(Durability durability) {
    Map<String, String> settings =
        new TreeMap<>(
            Map.of(
                "max_connections", "200",
                "shared_buffers", "64MB",
                "max_wal_size", "256MB",
                "shared_preload_libraries", "pg_stat_statements",
                "timezone", "UTC"));
    if (durability == Durability.THROWAWAY) {
      settings.putAll(
          Map.of("fsync", "off", "synchronous_commit", "off", "full_page_writes", "off"));
    }
    return settings.entrySet().stream()
        .flatMap(setting -> List.of("-c", setting.getKey() + "=" + setting.getValue()).stream())
        .toList();
  }
}
