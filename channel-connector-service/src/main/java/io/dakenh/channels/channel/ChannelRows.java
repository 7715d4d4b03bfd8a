package io.dakenh.channels.channel;

import io.dakenh.channels.channel.ChannelState.Healthy;
import io.dakenh.channels.channel.ChannelState.Linked;
import io.dakenh.channels.channel.ChannelState.Paused;
import io.dakenh.channels.channel.ChannelState.PermissionMissing;
import io.dakenh.channels.channel.ChannelState.ReconnectRequired;
import io.dakenh.channels.channel.ChannelState.Unlinked;
import io.dakenh.channels.provider.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Between rows of the table {@code channel} and channels. */
final class ChannelRows {
  static final String COLUMNS =
      """
      id, tenant_id, kind, external_id, name, picture_url, state, paused, missing_permissions,
      last_event_at, last_error_code, last_error_at, version, created_at, changed_at""";

  private ChannelRows() {}

  static List<Channel> readAll(ResultSet rows) throws SQLException {
    List<Channel> channels = new ArrayList<>();
    while (rows.next()) {
      channels.add(read(rows));
    }
    return channels;
  }

  static Channel read(ResultSet row) throws SQLException {
    Instant created = instant(row, "created_at");
    Instant changed = instant(row, "changed_at");
    if (created == null || changed == null) {
      throw new SQLException("a channel without times");
    }
    return new Channel(
        row.getObject("id", UUID.class),
        row.getObject("tenant_id", UUID.class),
        Kind.of(row.getString("kind")),
        row.getString("external_id"),
        row.getString("name"),
        row.getString("picture_url"),
        state(row),
        instant(row, "last_event_at"),
        row.getString("last_error_code"),
        instant(row, "last_error_at"),
        row.getLong("version"),
        created,
        changed);
  }

  /** The column {@code state} of a state; a paused one keeps the state it resumes with. */
  static String column(ChannelState state) {
    return state instanceof Paused paused ? paused.before().code() : state.code();
  }

  static String[] missing(ChannelState state) {
    ChannelState shown = state instanceof Paused paused ? paused.before() : state;
    return shown instanceof PermissionMissing missing
        ? missing.missing().toArray(String[]::new)
        : new String[0];
  }

  private static ChannelState state(ResultSet row) throws SQLException {
    String state = row.getString("state");
    Linked linked =
        switch (state) {
          case "healthy" -> new Healthy();
          case "reconnect-required" -> new ReconnectRequired();
          case "permission-missing" ->
              new PermissionMissing(
                  List.of((String[]) row.getArray("missing_permissions").getArray()));
          case "unlinked" -> null;
          default -> throw new IllegalStateException("no such channel state: " + state);
        };
    if (linked == null) {
      return new Unlinked();
    }
    return row.getBoolean("paused") ? linked.pause() : linked;
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
    return value == null ? null : value.toInstant();
  }
}
