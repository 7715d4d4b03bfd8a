package io.dakenh.livetalk.webhook;

import io.dakenh.livetalk.LivetalkConfig;
import io.dakenh.livetalk.audit.Audit;
import io.dakenh.livetalk.directory.Directory;
import io.dakenh.livetalk.mail.Mail;
import io.dakenh.livetalk.mail.Mails;
import io.dakenh.livetalk.store.Database;
import io.dakenh.platform.mail.Letter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Writes down how an attempt went, and what follows from it. */
@ApplicationScoped
class Outcomes {
  private static final Logger LOG = Logger.getLogger(Outcomes.class);
  private static final int GONE = 410;
  private static final double JITTER = 0.2;

  /** An endpoint that fails is left alone between attempts, whatever else waits for it. */
  private static final Duration LONGEST_HOLD = Duration.ofMinutes(5);

  private static final int MOST_DOUBLINGS = 12;

  private final Database database;
  private final Deliveries deliveries;
  private final Directory directory;
  private final Mails mails;
  private final Audit audit;
  private final LivetalkConfig.Webhooks config;
  private final String publicUrl;
  private final Clock clock;

  @Inject
  Outcomes(
      Database database,
      Deliveries deliveries,
      Directory directory,
      Mails mails,
      Audit audit,
      LivetalkConfig config,
      Clock clock) {
    this.database = database;
    this.deliveries = deliveries;
    this.directory = directory;
    this.mails = mails;
    this.audit = audit;
    this.config = config.webhooks();
    this.publicUrl = config.publicUrl();
    this.clock = clock;
  }

  void write(Endpoint endpoint, Delivery delivery, Courier.Outcome outcome) {
    database.inTransaction(
        () -> {
          if (outcome.taken()) {
            taken(endpoint, delivery, outcome);
          } else {
            failed(endpoint, delivery, outcome);
          }
          return Boolean.TRUE;
        });
  }

  private void taken(Endpoint endpoint, Delivery delivery, Courier.Outcome outcome) {
    note(delivery, outcome, "delivered", delivery.dueAt());
    database.update(
        """
        update webhook_endpoint set failing_since = null, failures = 0, hold_until = null
        where tenant_id = ? and id = ? and failures > 0""",
        endpoint.tenantId(),
        endpoint.id());
  }

  private void failed(Endpoint endpoint, Delivery delivery, Courier.Outcome outcome) {
    Instant now = now();
    List<Duration> pauses = config.pauses();
    boolean last = delivery.attempts() >= pauses.size();
    Instant dueAt = last ? now : now.plus(jittered(pauses.get(delivery.attempts())));
    note(delivery, outcome, last ? "failed" : "waiting", dueAt);
    Duration hold =
        config.firstHold().multipliedBy(1L << Math.min(endpoint.failures(), MOST_DOUBLINGS));
    database.update(
        """
        update webhook_endpoint set failures = failures + 1, failing_since = coalesce(failing_since, ?), hold_until = ?
        where tenant_id = ? and id = ?""",
        now,
        now.plus(hold.compareTo(LONGEST_HOLD) > 0 ? LONGEST_HOLD : hold),
        endpoint.tenantId(),
        endpoint.id());
    Integer status = outcome.status();
    if (status != null && status == GONE) {
      disable(endpoint, "gone", now);
    } else {
      Instant since = endpoint.failingSince();
      if (since != null && !since.plus(config.disableAfter()).isAfter(now)) {
        disable(endpoint, "failing", now);
      }
    }
  }

  private void note(Delivery delivery, Courier.Outcome outcome, String state, Instant dueAt) {
    database.update(
        """
        update webhook_delivery set state = ?, attempts = attempts + 1, due_at = ?, attempted_at = ?, status = ?::integer, failure = ?,
          duration_millis = ?, answer = ?
        where tenant_id = ? and id = ? and state = 'waiting'""",
        state,
        dueAt,
        now(),
        outcome.status(),
        outcome.failure(),
        outcome.millis(),
        outcome.answer(),
        delivery.tenantId(),
        delivery.id());
  }

  private void disable(Endpoint endpoint, String because, Instant now) {
    int disabled =
        database.update(
            """
            update webhook_endpoint set state = 'disabled', disabled_at = ?, disabled_because = ?, version = version + 1
            where tenant_id = ? and id = ? and state = 'active'""",
            now,
            because,
            endpoint.tenantId(),
            endpoint.id());
    if (disabled == 0) {
      return;
    }
    LOG.infof("webhook disabled: tenantId=%s webhookId=%s", endpoint.tenantId(), endpoint.id());
    deliveries.giveUpAll(endpoint.tenantId(), endpoint.id(), "endpoint-disabled");
    audit.record(
        endpoint.tenantId(), "webhook.disabled", endpoint.id().toString(), null, List.of());
    if (mails.available()) {
      tellOwners(endpoint, because);
    }
  }

  private void tellOwners(Endpoint endpoint, String because) {
    UUID tenantId = endpoint.tenantId();
    List<String> addresses =
        database.list(
            "select distinct email from staff where tenant_id = ? and role = 'owner' and active and email is not null",
            row -> row.getString(1),
            tenantId);
    Directory.Voice voice = directory.voice(tenantId);
    for (String address : addresses) {
      Letter letter = letter(voice, endpoint, because);
      mails.post(new Mail(tenantId, "webhook-disabled", endpoint.id(), null, address, letter));
    }
  }

  private Letter letter(Directory.Voice voice, Endpoint endpoint, @Nullable String because) {
    boolean english = voice.locale().equals("en");
    boolean gone = "gone".equals(because);
    long days = Math.max(1, config.disableAfter().toDays());
    String why =
        english
            ? gone
                ? "Its server answered that it is gone for good (410)."
                : "Nothing could be delivered to it for " + days + " day(s)."
            : gone
                ? "Máy chủ của webhook trả lời rằng địa chỉ này không còn nữa (410)."
                : "Không gửi được gì tới webhook này trong " + days + " ngày.";
    return Letter.of(
            voice.locale(),
            voice.name(),
            english
                ? "A webhook was switched off: " + endpoint.name()
                : "Webhook đã bị tắt: " + endpoint.name())
        .heading(english ? "A webhook was switched off" : "Webhook đã bị tắt")
        .fact("Webhook", endpoint.name())
        .paragraph(why)
        .paragraph(
            english
                ? "Events are not kept for it while it is off. Repair the server, then switch the webhook on again."
                : "Khi webhook tắt, sự kiện mới không được lưu lại. Hãy sửa máy chủ rồi bật lại webhook.")
        .link(english ? "Open webhooks" : "Mở trang webhook", publicUrl + "/settings/webhooks")
        .footer(
            english
                ? "You get this because you own this business on Đa Kênh."
                : "Bạn nhận được thư này vì bạn là chủ doanh nghiệp trên Đa Kênh.");
  }

  /** So that what failed together does not come back together. */
  private static Duration jittered(Duration pause) {
    double factor = 1 + JITTER * (2 * ThreadLocalRandom.current().nextDouble() - 1);
    return Duration.ofMillis(Math.round(pause.toMillis() * factor));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
