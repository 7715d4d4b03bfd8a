package io.dakenh.livetalk.mail;

import io.dakenh.livetalk.LivetalkConfig;
import io.dakenh.livetalk.store.Database;
import io.dakenh.platform.problem.ProblemException;
import io.dakenh.platform.relational.timer.Alarm;
import io.dakenh.platform.time.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;

/** Takes mail; the current transaction decides whether it goes out. */
@ApplicationScoped
public class Mails {
  private final Database database;
  private final Alarm alarm;
  private final boolean available;
  private final Clock clock;

  @Inject
  Mails(
      Database database,
      TransactionSynchronizationRegistry transaction,
      LivetalkConfig config,
      Clock clock) {
    this.database = database;
    this.alarm = new Alarm(transaction);
    this.available = config.mail().host().isPresent();
    this.clock = clock;
  }

  /** Whether this installation sends mail at all. */
  public boolean available() {
    return available;
  }

  /** Refuses where no mail server was named. */
  public void require() {
    if (!available) {
      throw ProblemException.rule("mail-not-configured", "E-mail is not set up here.");
    }
  }

  /** Sends it after the commit; needs a transaction. */
  public void post(Mail mail) {
    Instant now = now();
    database.update(
        """
        insert into mail (id, tenant_id, kind, about_id, visitor_id, recipient_key, recipient, sender_name, subject, body_text, body_html,
          created_at, due_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        Ids.next(),
        mail.tenantId(),
        mail.kind(),
        mail.aboutId(),
        mail.visitorId(),
        key(mail.recipient()),
        mail.recipient(),
        mail.letter().senderName(),
        mail.letter().subject(),
        mail.letter().text(),
        mail.letter().html(),
        now,
        now);
    alarm.ringAfterCommit();
  }

  /**
   * How many mails of a kind were taken lately, and of them those about one thing, to one address.
   */
  public record Lately(int all, int aboutIt, int toThem) {}

  /** What a limit needs to know. */
  public Lately lately(UUID tenantId, String kind, UUID aboutId, String recipient, Duration span) {
    return database
        .first(
            """
            select count(*), count(*) filter (where about_id = ?), count(*) filter (where recipient_key = ?)
            from mail where tenant_id = ? and kind = ? and created_at > ?""",
            row -> new Lately(row.getInt(1), row.getInt(2), row.getInt(3)),
            aboutId,
            key(recipient),
            tenantId,
            kind,
            now().minus(span))
        .orElseThrow();
  }

  Alarm bell() {
    return alarm;
  }

  /** The same for the same mailbox, and not the address itself. */
  private static String key(String recipient) {
    try {
      byte[] address = recipient.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(address), 0, 16);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
