package io.dakenh.billing.metering;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The table {@code call_record} on the caller's connection, behind the wall the caller opened. */
public final class CallStore {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  private static final String LOAD =
      """
      select tenant_id, call_id, conversation_id, visitor_id, visitor_name, media, state, outcome,
        started_at, heard_joined_at, last_beat_at, told_joined_at, ended_at, expired_after,
        joined_at, duration_seconds, increment_seconds, month, charged_seconds,
        held_monthly_seconds, held_bonus_seconds, refused_at, fault, movements, expires_at,
        agents::text
      from call_record
      where (tenant_id, call_id) in (select * from unnest(?::uuid[], ?::uuid[]))""";

  private static final String SAVE =
      """
      insert into call_record (tenant_id, call_id, conversation_id, visitor_id, visitor_name, media,
        state, outcome, started_at, heard_joined_at, last_beat_at, told_joined_at, ended_at,
        expired_after, joined_at, duration_seconds, increment_seconds, month, charged_seconds,
        held_monthly_seconds, held_bonus_seconds, refused_at, fault, movements, expires_at, agents,
        changed_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?)
      on conflict (tenant_id, call_id) do update
      set conversation_id = excluded.conversation_id, visitor_id = excluded.visitor_id,
        visitor_name = excluded.visitor_name, media = excluded.media, state = excluded.state,
        outcome = excluded.outcome, started_at = excluded.started_at,
        heard_joined_at = excluded.heard_joined_at, last_beat_at = excluded.last_beat_at,
        told_joined_at = excluded.told_joined_at, ended_at = excluded.ended_at,
        expired_after = excluded.expired_after, joined_at = excluded.joined_at,
        duration_seconds = excluded.duration_seconds,
        increment_seconds = excluded.increment_seconds, month = excluded.month,
        charged_seconds = excluded.charged_seconds,
        held_monthly_seconds = excluded.held_monthly_seconds,
        held_bonus_seconds = excluded.held_bonus_seconds, refused_at = excluded.refused_at,
        fault = excluded.fault, movements = excluded.movements, expires_at = excluded.expires_at,
        agents = excluded.agents, changed_at = excluded.changed_at""";

  private static final String SILENT =
      """
      select tenant_id, call_id from call_record
      where expires_at <= now() order by expires_at limit ?""";

  private static final String UNTIL_NEXT =
      """
      select extract(epoch from min(expires_at) - now()) from call_record
      where expires_at is not null""";

  private CallStore() {}

  static Map<CallKey, CallRecord> load(Connection connection, Collection<CallKey> keys)
      throws SQLException {
    Map<CallKey, CallRecord> calls = new HashMap<>();
    try (PreparedStatement select = connection.prepareStatement(LOAD)) {
      select.setArray(
          1, connection.createArrayOf("uuid", keys.stream().map(CallKey::tenantId).toArray()));
      select.setArray(
          2, connection.createArrayOf("uuid", keys.stream().map(CallKey::callId).toArray()));
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          CallRecord call = read(rows);
          calls.put(call.key, call);
        }
      }
    }
    return calls;
  }

  private static CallRecord read(ResultSet row) throws SQLException {
    CallKey key = new CallKey(row.getObject(1, UUID.class), row.getObject(2, UUID.class));
    CallRecord call = new CallRecord(key, required(row, 9));
    call.conversationId = row.getObject(3, UUID.class);
    call.visitorId = row.getObject(4, UUID.class);
    call.visitorName = row.getString(5);
    call.media = row.getString(6);
    call.state = row.getString(7);
    call.outcome = row.getString(8);
    call.heardJoinedAt = instant(row, 10);
    call.lastBeatAt = instant(row, 11);
    call.toldJoinedAt = instant(row, 12);
    call.endedAt = instant(row, 13);
    call.expiredAfter = instant(row, 14);
    call.joinedAt = instant(row, 15);
    call.durationSeconds = row.getLong(16);
    call.incrementSeconds = row.getInt(17);
    String month = row.getString(18);
    call.month = month == null ? null : YearMonth.parse(month);
    call.chargedSeconds = row.getLong(19);
    call.heldMonthlySeconds = row.getLong(20);
    call.heldBonusSeconds = row.getLong(21);
    call.refusedAt = instant(row, 22);
    call.fault = row.getString(23);
    call.movements = row.getLong(24);
    call.expiresAt = instant(row, 25);
    call.agents = new ArrayList<>(agents(row.getString(26)));
    return call;
  }

  static void save(Connection connection, Collection<CallRecord> calls, Instant now)
      throws SQLException {
    try (PreparedStatement upsert = connection.prepareStatement(SAVE)) {
      for (CallRecord call : calls) {
        bind(upsert, call, now);
        upsert.addBatch();
      }
      upsert.executeBatch();
    }
  }

  private static void bind(PreparedStatement upsert, CallRecord call, Instant now)
      throws SQLException {
    upsert.setObject(1, call.key.tenantId());
    upsert.setObject(2, call.key.callId());
    upsert.setObject(3, call.conversationId);
    upsert.setObject(4, call.visitorId);
    upsert.setString(5, call.visitorName);
    upsert.setString(6, call.media);
    upsert.setString(7, call.state);
    upsert.setString(8, call.outcome);
    upsert.setObject(9, utc(call.startedAt));
    upsert.setObject(10, utc(call.heardJoinedAt));
    upsert.setObject(11, utc(call.lastBeatAt));
    upsert.setObject(12, utc(call.toldJoinedAt));
    upsert.setObject(13, utc(call.endedAt));
    upsert.setObject(14, utc(call.expiredAfter));
    upsert.setObject(15, utc(call.joinedAt));
    upsert.setLong(16, call.durationSeconds);
    upsert.setInt(17, call.incrementSeconds);
    upsert.setString(18, call.month == null ? null : call.month.toString());
    upsert.setLong(19, call.chargedSeconds);
    upsert.setLong(20, call.heldMonthlySeconds);
    upsert.setLong(21, call.heldBonusSeconds);
    upsert.setObject(22, utc(call.refusedAt));
    upsert.setString(23, call.fault);
    upsert.setLong(24, call.movements);
    upsert.setObject(25, utc(call.expiresAt));
    upsert.setString(26, json(call.agents));
    upsert.setObject(27, utc(now));
  }

  /** Calls whose silence has lasted too long, those of all tenants. */
  static List<CallKey> silent(Connection connection, int limit) throws SQLException {
    List<CallKey> keys = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(SILENT)) {
      select.setInt(1, limit);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          keys.add(new CallKey(rows.getObject(1, UUID.class), rows.getObject(2, UUID.class)));
        }
      }
    }
    return keys;
  }

  static Optional<Duration> untilNextSilent(Connection connection) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(UNTIL_NEXT);
        ResultSet row = select.executeQuery()) {
      row.next();
      double seconds = row.getDouble(1);
      return row.wasNull()
          ? Optional.empty()
          : Optional.of(Duration.ofMillis((long) Math.ceil(seconds * 1000)));
    }
  }

  /** Who was in a call, from how it is stored. */
  public static List<Participant> agents(String json) {
    try {
      return JSON.readValue(json, new TypeReference<List<Participant>>() {});
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException("the agents of a call cannot be read", broken);
    }
  }

  private static String json(List<Participant> agents) {
    try {
      return JSON.writeValueAsString(agents);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("the agents of a call cannot be written", impossible);
    }
  }

  private static Instant required(ResultSet row, int column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
    OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
    return value == null ? null : value.toInstant();
  }

  private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }
}
