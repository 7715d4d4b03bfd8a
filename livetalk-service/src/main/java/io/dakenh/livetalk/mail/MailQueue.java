package io.dakenh.livetalk.mail;

import io.dakenh.livetalk.store.Database;
import io.dakenh.platform.mail.Outgoing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows of mail on their way. */
@ApplicationScoped
class MailQueue {
  /** A replica that dies while it sends one leaves it to the others after this time. */
  private static final Duration LEASE = Duration.ofMinutes(2);

  private static final int MOST_ATTEMPTS = 12;
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
  private static final Duration LONGEST_PAUSE = Duration.ofHours(2);

  private final Database database;

  @Inject
  MailQueue(Database database) {
    this.database = database;
  }

  /** A mail this replica is to send. */
  record Due(
      UUID id,
      UUID tenantId,
      String kind,
      String recipient,
      String senderName,
      String subject,
      String text,
      String html,
      int attempts) {
    Outgoing outgoing() {
      return new Outgoing(id, recipient, senderName, subject, text, html);
    }
  }

  /** The one that is due longest, if nobody else is at it. */
  Optional<Due> claim() {
    return database.first(
        """
        update mail set attempts = attempts + 1, due_at = clock_timestamp() + make_interval(secs => ?)
        where id = (select id from mail where state = 'waiting' and due_at <= clock_timestamp()
                    order by due_at limit 1 for update skip locked)
        returning id, tenant_id, kind, recipient, sender_name, subject, body_text, body_html, attempts""",
        MailQueue::due,
        (double) LEASE.toSeconds());
  }

  private static Due due(ResultSet row) throws SQLException {
    return new Due(
        row.getObject(1, UUID.class),
        row.getObject(2, UUID.class),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        row.getString(6),
        row.getString(7),
        row.getString(8),
        row.getInt(9));
  }

  /** The mail server has it. */
  void sent(Due mail) {
    finish(mail, "sent", null);
  }

  /** Nobody will ever take it. */
  void refused(Due mail, String reason) {
    finish(mail, "failed", reason);
  }

  /** Tries again later; false when it was the last time. */
  boolean again(Due mail, String reason) {
    if (mail.attempts() >= MOST_ATTEMPTS) {
      refused(mail, reason);
      return false;
    }
    database.update(
        "update mail set due_at = clock_timestamp() + make_interval(secs => ?), failure = ? where tenant_id = ? and id = ?",
        (double) pause(mail.attempts()).toSeconds(),
        reason,
        mail.tenantId(),
        mail.id());
    return true;
  }

  static Duration pause(int attempts) {
    Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts - 1, 20));
    return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
  }

  private void finish(Due mail, String state, @Nullable String reason) {
    database.update(
        """
        update mail set state = ?, failure = ?, recipient = null, subject = null, body_text = null, body_html = null
        where tenant_id = ? and id = ?""",
        state,
        reason,
        mail.tenantId(),
        mail.id());
  }

  /** How long until the next one is due. */
  Optional<Duration> untilNext() {
    return database.first(
        """
        select (extract(epoch from s.next - clock_timestamp()) * 1000000)::bigint
        from (select min(due_at) as next from mail where state = 'waiting') s
        where s.next is not null""",
        row -> Duration.of(row.getLong(1), ChronoUnit.MICROS));
  }
}
