package io.dakenh.livetalk.mail;

import io.dakenh.livetalk.LivetalkConfig;
import io.dakenh.platform.mail.MailRefusedException;
import io.dakenh.platform.mail.MailServer;
import io.dakenh.platform.mail.MailServerAwayException;
import io.dakenh.platform.relational.timer.DueTimer;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Hands mail to the mail server; any replica may send any of it. A mail that was taken while this
 * replica died comes twice, under the same message id, by which mailboxes know it.
 */
@ApplicationScoped
class MailTimer implements DueTimer.Work {
  private static final Logger LOG = Logger.getLogger(MailTimer.class);

  private final MailQueue queue;
  private final MailServer server;
  private final MeterRegistry meters;
  private final boolean available;
  private final DueTimer timer;

  @Inject
  MailTimer(
      MailQueue queue, Mails mails, LivetalkConfig config, Clock clock, MeterRegistry meters) {
    this.queue = queue;
    this.server = new MailServer(config.mail(), clock);
    this.meters = meters;
    this.available = mails.available();
    this.timer = new DueTimer("mail-timer", mails.bell(), config.mail().sweep(), this);
  }

  void begin(@Observes StartupEvent event) {
    if (available) {
      timer.start();
    }
  }

  void end(@Observes @Priority(1) ShutdownEvent event) throws InterruptedException {
    timer.stop();
  }

  @Override
  public boolean doSome() {
    Optional<MailQueue.Due> claimed = queue.claim();
    claimed.ifPresent(this::send);
    return claimed.isPresent();
  }

  private void send(MailQueue.Due mail) {
    try {
      server.send(mail.outgoing());
      queue.sent(mail);
      count("sent");
    } catch (MailRefusedException never) {
      LOG.warnf("mail refused: kind=%s id=%s: %s", mail.kind(), mail.id(), never.getMessage());
      queue.refused(mail, never.getMessage());
      count("failed");
    } catch (MailServerAwayException away) {
      boolean later = queue.again(mail, away.getMessage());
      LOG.warnf(
          "mail not sent, attempt %d, %s: kind=%s id=%s: %s",
          mail.attempts(),
          later ? "again later" : "given up",
          mail.kind(),
          mail.id(),
          away.getMessage());
      count(later ? "delayed" : "failed");
    }
  }

  private void count(String outcome) {
    meters.counter("dakenh_livetalk_mail", "outcome", outcome).increment();
  }

  @Override
  public Optional<Duration> untilNext() {
    return queue.untilNext();
  }
}
