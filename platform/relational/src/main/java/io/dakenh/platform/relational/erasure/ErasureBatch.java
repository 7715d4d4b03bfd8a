package io.dakenh.platform.relational.erasure;

import io.dakenh.contracts.event.Topic;
import io.dakenh.platform.event.OutgoingEvent;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One transaction's share of an erasure: at most so many rows. */
final class ErasureBatch {
  private final Connection connection;
  private final UUID tenantId;
  private final Instant now;
  private final SortedMap<String, Long> counts;
  private final List<OutgoingEvent> forgotten = new ArrayList<>();
  private int left;

  ErasureBatch(
      Connection connection, UUID tenantId, Instant now, SortedMap<String, Long> counts, int most) {
    this.connection = connection;
    this.tenantId = tenantId;
    this.now = now;
    this.counts = counts;
    this.left = most;
  }

  /** How many rows may still go. */
  int left() {
    return left;
  }

  List<OutgoingEvent> forgotten() {
    return forgotten;
  }

  /** Ids of some rows of the business. */
  List<UUID> ids(String sql, int most) throws SQLException {
    List<UUID> ids = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setObject(1, tenantId);
      select.setInt(2, most);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          ids.add(rows.getObject(1, UUID.class));
        }
      }
    }
    return ids;
  }

  /**
   * Removes some of the rows a condition names.
   *
   * @param condition whose every parameter is the business
   * @return whether none is left
   */
  boolean remove(String table, String condition, @Nullable Topic topic, String key)
      throws SQLException {
    int asked = left;
    try (PreparedStatement delete =
        connection.prepareStatement(
            "delete from %s where %s returning %s".formatted(table, some(table, condition), key))) {
      int position = bind(delete, condition, tenantId);
      delete.setInt(position, asked);
      return took(table, asked, delete, topic);
    }
  }

  /** Removes some of the rows that belong to what the ids name. */
  boolean removeOf(String table, String condition, List<UUID> ids) throws SQLException {
    int asked = left;
    Array array = connection.createArrayOf("uuid", ids.toArray());
    try (PreparedStatement delete =
        connection.prepareStatement(
            "delete from %s where %s returning ''".formatted(table, some(table, condition)))) {
      int position = bind(delete, condition, array);
      delete.setInt(position, asked);
      return took(table, asked, delete, null);
    }
  }

  /** Empties columns of rows that stay. */
  boolean blank(String table, String change, String condition) throws SQLException {
    int asked = left;
    try (PreparedStatement update =
        connection.prepareStatement(
            "update %s set %s where %s returning ''"
                .formatted(table, change, some(table, condition)))) {
      int position = bind(update, condition, tenantId);
      update.setInt(position, asked);
      return took(table + " (words)", asked, update, null);
    }
  }

  /** Found by the place of the row: there are tables without an id, and without any index. */
  private static String some(String table, String condition) {
    return "ctid = any (array(select ctid from %s where %s limit ?))".formatted(table, condition);
  }

  private static int bind(PreparedStatement statement, String condition, Object value)
      throws SQLException {
    int position = 1;
    for (int at = condition.indexOf('?'); at >= 0; at = condition.indexOf('?', at + 1)) {
      if (value instanceof Array array) {
        statement.setArray(position, array);
      } else {
        statement.setObject(position, value);
      }
      position++;
    }
    return position;
  }

  private boolean took(String what, int asked, PreparedStatement change, @Nullable Topic topic)
      throws SQLException {
    int taken = 0;
    try (ResultSet rows = change.executeQuery()) {
      while (rows.next()) {
        taken++;
        if (topic != null) {
          forgotten.add(
              OutgoingEvent.forgetting(topic.topicName(), rows.getString(1), tenantId, now));
        }
      }
    }
    if (taken > 0) {
      counts.merge(what, (long) taken, Long::sum);
      left -= taken;
    }
    return taken < asked;
  }
}
