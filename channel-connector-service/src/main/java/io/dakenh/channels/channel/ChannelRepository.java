package io.dakenh.channels.channel;

import io.agroal.api.AgroalDataSource;
import io.dakenh.channels.Storage;
import io.dakenh.channels.provider.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The table {@code channel}; every statement but the job's names the tenant. */
@ApplicationScoped
@Transactional
class ChannelRepository {
  private static final String PAGE =
      "select "
          + ChannelRows.COLUMNS
          + " from channel where tenant_id = ? and id > ? and state <> 'unlinked'"
          + " order by id limit ?";

  private static final String FIND =
      "select "
          + ChannelRows.COLUMNS
          + " from channel where tenant_id = ? and kind = ? and external_id = ? for update";

  private static final String ADD =
      """
      insert into channel (id, tenant_id, kind, external_id, name, state, version, created_at,
        changed_at)
      values (?, ?, ?, ?, ?, 'unlinked', 0, ?, ?)""";

  private static final String LINK =
      """
      update channel set name = ?, picture_url = ?, state = ?, paused = ?, missing_permissions = ?,
        access_token = ?, refresh_token = ?, token_expires_at = ?, last_error_code = null,
        token_version = token_version + 1, refresh_started_at = null, refresh_hash = null,
        send_after = null, last_error_at = null, next_check_at = now(), version = version + 1, changed_at = ?
      where tenant_id = ? and id = ? returning\s"""
          + ChannelRows.COLUMNS;

  private static final String UNLINK =
      """
      update channel set state = 'unlinked', paused = false, missing_permissions = '{}',
        access_token = null, refresh_token = null, token_expires_at = null, next_check_at = null,
        user_token = null, user_token_expires_at = null, external_user_id = null,
        data_access_expires_at = null, subscribed = null, refresh_started_at = null,
        refresh_hash = null, token_version = token_version + 1,
        version = version + 1, changed_at = ?
      where tenant_id = ? and id = ? and state <> 'unlinked' returning\s"""
          + ChannelRows.COLUMNS;

  private static final String PAUSE =
      """
      update channel set paused = ?, version = version + 1, changed_at = ?
      where tenant_id = ? and state <> 'unlinked' and paused <> ? returning\s"""
          + ChannelRows.COLUMNS;

  private static final String ONE =
      "select " + ChannelRows.COLUMNS + " from channel where tenant_id = ? and id = ?";

  private static final String CLAIM_ONE =
      """
      update channel set next_check_at = now() + make_interval(secs => ?)
      where tenant_id = ? and id = ? and access_token is not null
      returning access_token, token_version,\s"""
          + ChannelRows.COLUMNS;

  /** Moving the due time is the lease: a replica that dies leaves the check to the next. */
  private static final String CLAIM =
      """
      update channel set next_check_at = now() + make_interval(secs => ?)
      where id in (select id from channel where next_check_at <= now()
        order by next_check_at limit ? for update skip locked)
      returning access_token, token_version,\s"""
          + ChannelRows.COLUMNS;

  private static final String CHECKED =
      """
      update channel set next_check_at = now() + make_interval(secs => ?),
        last_error_code = ?, last_error_at = ?
      where tenant_id = ? and id = ? and version = ?""";

  private static final String CHANGE =
      """
      update channel set state = ?, paused = ?, missing_permissions = ?, version = version + 1,
        changed_at = ?
      where tenant_id = ? and id = ? and version = ? returning\s"""
          + ChannelRows.COLUMNS;

  private static final String UNTIL_NEXT =
      "select extract(epoch from min(next_check_at) - now()) from channel";

  private final AgroalDataSource database;

  @Inject
  ChannelRepository(AgroalDataSource database) {
    this.database = database;
  }

  /** A channel whose token is to be checked. */
  record Due(Channel channel, String sealedToken, long tokenVersion) {}

  List<Channel> page(UUID tenantId, UUID after, int limit) {
    return query(PAGE, tenantId, after, limit);
  }

  Optional<Channel> findForUpdate(UUID tenantId, Kind kind, String externalId) {
    return query(FIND, tenantId, kind.code(), externalId).stream().findFirst();
  }

  /** A row without token, unlinked until {@link #link} fills it. */
  void add(UUID id, LinkChannel link, Instant now) {
    try (Connection connection = database.getConnection();
        PreparedStatement insert = connection.prepareStatement(ADD)) {
      bind(
          insert,
          id,
          link.tenantId(),
          link.kind().code(),
          link.externalId(),
          link.name(),
          utc(now),
          utc(now));
      insert.executeUpdate();
    } catch (SQLException failed) {
      throw Storage.failed(failed);
    }
  }

  /**
   * Fills a row with a fresh link.
   *
   * @throws SQLException also when another tenant has this Page or OA linked
   */
  Channel link(
      UUID id,
      LinkChannel link,
      ChannelState state,
      String sealedAccess,
      @Nullable String sealedRefresh,
      Instant now)
      throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement update = connection.prepareStatement(LINK)) {
      bind(
          update,
          link.name(),
          link.pictureUrl(),
          ChannelRows.column(state),
          state instanceof ChannelState.Paused,
          connection.createArrayOf("text", ChannelRows.missing(state)),
          sealedAccess,
          sealedRefresh,
          link.expiresAt() == null ? null : utc(link.expiresAt()),
          utc(now),
          link.tenantId(),
          id);
      return one(update).orElseThrow();
    }
  }

  Optional<Channel> unlink(UUID tenantId, UUID id, Instant now) {
    return query(UNLINK, utc(now), tenantId, id).stream().findFirst();
  }

  /** Pauses or resumes whatever is not so yet. */
  List<Channel> pause(UUID tenantId, boolean paused, Instant now) {
    return query(PAUSE, paused, utc(now), tenantId, paused);
  }

  Optional<Channel> find(UUID tenantId, UUID id) {
    return query(ONE, tenantId, id).stream().findFirst();
  }

  /** Claims one channel, due or not. */
  Optional<Due> claim(UUID tenantId, UUID id, Duration lease) {
    return claimed(CLAIM_ONE, (double) lease.toSeconds(), tenantId, id).stream().findFirst();
  }

  List<Due> claimDue(Duration lease, int limit) {
    return claimed(CLAIM, (double) lease.toSeconds(), limit);
  }

  private List<Due> claimed(String sql, Object... values) {
    try (Connection connection = database.getConnection();
        PreparedStatement update = connection.prepareStatement(sql)) {
      bind(update, values);
      List<Due> due = new java.util.ArrayList<>();
      try (ResultSet rows = update.executeQuery()) {
        while (rows.next()) {
          due.add(
              new Due(
                  ChannelRows.read(rows),
                  rows.getString("access_token"),
                  rows.getLong("token_version")));
        }
      }
      return due;
    } catch (SQLException failed) {
      throw Storage.failed(failed);
    }
  }

  /** Remembers a check that changed nothing, unless the channel changed meanwhile. */
  void checked(Channel channel, Duration next, @Nullable String errorCode, Instant now) {
    try (Connection connection = database.getConnection();
        PreparedStatement update = connection.prepareStatement(CHECKED)) {
      bind(
          update,
          (double) next.toSeconds(),
          errorCode,
          errorCode == null ? null : utc(now),
          channel.tenantId(),
          channel.id(),
          channel.version());
      update.executeUpdate();
    } catch (SQLException failed) {
      throw Storage.failed(failed);
    }
  }

  /** Changes the state, unless the channel changed meanwhile. */
  Optional<Channel> change(Channel channel, ChannelState state, Instant now) {
    return query(
            CHANGE,
            ChannelRows.column(state),
            state instanceof ChannelState.Paused,
            ChannelRows.missing(state),
            utc(now),
            channel.tenantId(),
            channel.id(),
            channel.version())
        .stream()
        .findFirst();
  }

  /** How long until some check is due; empty when there is no channel. */
  Optional<Duration> untilNextCheck() {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(UNTIL_NEXT);
        ResultSet row = select.executeQuery()) {
      row.next();
      double seconds = row.getDouble(1);
      return row.wasNull()
          ? Optional.empty()
          : Optional.of(Duration.ofMillis(Math.max(0, (long) Math.ceil(seconds * 1000))));
    } catch (SQLException failed) {
      throw Storage.failed(failed);
    }
  }

  private List<Channel> query(String sql, @Nullable Object... values) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        if (values[i] instanceof String[] texts) {
          values[i] = connection.createArrayOf("text", texts);
        }
      }
      bind(statement, values);
      try (ResultSet rows = statement.executeQuery()) {
        return ChannelRows.readAll(rows);
      }
    } catch (SQLException failed) {
      throw Storage.failed(failed);
    }
  }

  private static Optional<Channel> one(PreparedStatement statement) throws SQLException {
    try (ResultSet rows = statement.executeQuery()) {
      return ChannelRows.readAll(rows).stream().findFirst();
    }
  }

  private static void bind(PreparedStatement statement, @Nullable Object... values)
      throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
