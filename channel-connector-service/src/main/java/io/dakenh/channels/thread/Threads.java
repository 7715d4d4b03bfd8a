package io.dakenh.channels.thread;

import io.dakenh.channels.db.Sql;
import io.dakenh.channels.event.Incoming;
import io.dakenh.channels.provider.Kind;
import io.dakenh.channels.provider.Messenger.Profile;
import io.dakenh.platform.time.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Threads and contacts. */
@ApplicationScoped
@Transactional
public class Threads {
  private static final Duration PRIVATE_REPLY = Duration.ofDays(7);

  private static final String SELECT =
      """
      select t.id, t.tenant_id, t.channel_id, c.kind, c.external_id as account, t.surface,
        t.external_id, t.conversation_ref, t.version, t.last_inbound_at, t.ad_opened_at,
        t.free_left, t.charged_left, t.blocked_reason, t.private_reply_until, p.id as contact_id,
        p.external_id as contact_external_id, p.name, p.picture_media_id, p.following, p.phone,
        p.profile_at, p.profile_due_at
      from thread t join channel c on c.id = t.channel_id join contact p on p.id = t.contact_id\s""";

  private final Sql sql;
  private final Clock clock;

  @Inject
  Threads(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /** The thread an event belongs to, new or known. */
  public UUID of(UUID tenantId, UUID channelId, Incoming event) {
    return sql.one(
            "select id from thread where channel_id = ? and surface = ? and external_id = ?",
            row -> Sql.id(row, "id"),
            channelId,
            event.surface(),
            event.thread())
        .orElseGet(() -> add(tenantId, channelId, event));
  }

  private UUID add(UUID tenantId, UUID channelId, Incoming event) {
    Instant now = clock.instant();
    UUID contact =
        sql.one(
                """
                insert into contact (id, tenant_id, channel_id, surface, external_id, name, created_at)
                values (?, ?, ?, ?, ?, ?, ?)
                on conflict (channel_id, surface, external_id)
                do update set name = coalesce(contact.name, excluded.name) returning id""",
                row -> Sql.id(row, "id"),
                Ids.next(),
                tenantId,
                channelId,
                event.surface(),
                event.customer(),
                blankToNull(event.customerName()),
                now)
            .orElseThrow();
    boolean comment = "comment".equals(event.surface());
    return sql.one(
            """
            insert into thread (id, tenant_id, channel_id, contact_id, surface, external_id,
              private_reply_until, created_at)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (channel_id, surface, external_id)
            do update set external_id = excluded.external_id returning id""",
            row -> Sql.id(row, "id"),
            Ids.next(),
            tenantId,
            channelId,
            contact,
            event.surface(),
            event.thread(),
            comment ? Instant.ofEpochMilli(event.at()).plus(PRIVATE_REPLY) : null,
            now)
        .orElseThrow();
  }

  /** One thread. */
  public Optional<ChannelThread> find(UUID id) {
    return sql.one(SELECT + "where t.id = ?", Threads::read, id);
  }

  /** One thread of a tenant. */
  public Optional<ChannelThread> find(UUID tenantId, UUID id) {
    return sql.one(SELECT + "where t.tenant_id = ? and t.id = ?", Threads::read, tenantId, id);
  }

  /** All threads of a contact. */
  public List<ChannelThread> ofContact(UUID contactId) {
    return sql.list(SELECT + "where t.contact_id = ? order by t.id", Threads::read, contactId);
  }

  /** The customer did something that lets us answer. */
  public void customerActed(UUID id, Instant at, boolean fromAd, @Nullable String conversation) {
    sql.update(
        """
        update thread set last_inbound_at = greatest(coalesce(last_inbound_at, ?), ?),
          ad_opened_at = case when ? then ? else ad_opened_at end, blocked_reason = null,
          free_left = null, conversation_ref = coalesce(?, conversation_ref), version = version + 1
        where id = ?""",
        at,
        at,
        fromAd,
        at,
        conversation,
        id);
  }

  /** Nothing can be sent until the customer writes. */
  public void blocked(UUID id, String reason) {
    sql.update(
        "update thread set blocked_reason = ?, version = version + 1 where id = ?", reason, id);
  }

  /** The provider said how many free or paid messages are left; null where it said nothing. */
  public void left(UUID id, @Nullable Integer free, @Nullable Integer charged) {
    sql.update(
        """
        update thread set free_left = coalesce(?, free_left),
          charged_left = coalesce(?, charged_left), version = version + 1
        where id = ?""",
        free,
        charged,
        id);
  }

  /** The one private answer to a comment was given. */
  public void privateReplyUsed(UUID id) {
    sql.update(
        "update thread set private_reply_until = null, version = version + 1 where id = ?", id);
  }

  /** What the provider says of a customer. */
  public void profile(
      UUID contactId, @Nullable Profile profile, @Nullable UUID picture, Instant next) {
    sql.update(
        """
        update contact set name = coalesce(?, name), picture_media_id = coalesce(?, picture_media_id),
          following = coalesce(?, following), phone = coalesce(?, phone),
          profile_at = case when ? then ? else profile_at end, profile_due_at = ? where id = ?""",
        profile == null ? null : blankToNull(profile.name()),
        picture,
        profile == null ? null : profile.following(),
        profile == null ? null : profile.phone(),
        profile != null,
        clock.instant(),
        next,
        contactId);
  }

  /** What a customer told of themselves. */
  public void told(UUID contactId, @Nullable String name, @Nullable String phone) {
    sql.update(
        "update contact set name = coalesce(name, ?), phone = coalesce(?, phone) where id = ?",
        blankToNull(name),
        phone,
        contactId);
  }

  /** Follows or does not. */
  public void following(UUID contactId, boolean following) {
    sql.update("update contact set following = ? where id = ?", following, contactId);
  }

  /** A change the suite is told of without a message. */
  public void changed(UUID id) {
    sql.update("update thread set version = version + 1 where id = ?", id);
  }

  /** Removes a contact with its threads and everything in them. */
  public void erase(UUID contactId) {
    sql.update("delete from thread where contact_id = ?", contactId);
    sql.update("delete from contact where id = ?", contactId);
  }

  private static ChannelThread read(ResultSet row) throws SQLException {
    return new ChannelThread(
        Sql.id(row, "id"),
        Sql.id(row, "tenant_id"),
        Sql.id(row, "channel_id"),
        Kind.of(row.getString("kind")),
        row.getString("account"),
        row.getString("surface"),
        row.getString("external_id"),
        row.getString("conversation_ref"),
        row.getLong("version"),
        Sql.instant(row, "last_inbound_at"),
        Sql.instant(row, "ad_opened_at"),
        row.getObject("free_left", Integer.class),
        row.getObject("charged_left", Integer.class),
        row.getString("blocked_reason"),
        Sql.instant(row, "private_reply_until"),
        new Contact(
            Sql.id(row, "contact_id"),
            row.getString("contact_external_id"),
            row.getString("name"),
            row.getObject("picture_media_id", UUID.class),
            row.getObject("following", Boolean.class),
            row.getString("phone"),
            Sql.instant(row, "profile_at"),
            Sql.instant(row, "profile_due_at")));
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text;
  }
}
