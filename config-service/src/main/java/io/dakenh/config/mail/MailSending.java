package io.dakenh.config.mail;

import com.mongodb.MongoException;
import io.dakenh.config.ServiceSettings;
import io.dakenh.config.storage.Documents;
import io.dakenh.platform.mail.MailRefusedException;
import io.dakenh.platform.mail.MailServer;
import io.dakenh.platform.mail.MailServerAwayException;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;

/**
 * Hands letters to the mail server. One that was taken while this process died goes out twice,
 * under the same message id, by which mailboxes know it.
 */
@ApplicationScoped
class MailSending {
  private static final Logger LOG = Logger.getLogger(MailSending.class);

  private final MailRepository queue;
  private final MailServer server;
  private final boolean available;
  private final MeterRegistry meters;
  private final Clock clock;
  private final ReentrantLock busy = new ReentrantLock();

  @Inject
  MailSending(MailRepository queue, ServiceSettings settings, MeterRegistry meters, Clock clock) {
    this.queue = queue;
    this.server = new MailServer(settings.mail(), clock);
    this.available = settings.mail().host().isPresent();
    this.meters = meters;
    this.clock = clock;
  }

  /** Does not wait for the mail server. */
  void soon() {
    Thread.ofVirtual().name("mail").start(this::sendDue);
  }

  @Scheduled(
      every = "${dakenh.config.mail.sweep:5s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void sweep() {
    sendDue();
  }

  private void sendDue() {
    if (!available) {
      return;
    }
    busy.lock();
    try {
      Optional<WaitingMail> due = queue.claim(Documents.now(clock));
      while (due.isPresent()) {
        send(due.get());
        due = queue.claim(Documents.now(clock));
      }
    } catch (MongoException away) {
      LOG.warnf("mail waits for the store: %s", away.toString());
    } finally {
      busy.unlock();
    }
  }

  private void send(WaitingMail mail) {
    try {
      server.send(mail.outgoing());
      queue.finish(mail, WaitingMail.SENT);
      count("sent");
    } catch (MailRefusedException never) {
      LOG.warnf("mail refused: kind=%s id=%s: %s", mail.kind, mail.id, never.getMessage());
      queue.finish(mail, WaitingMail.FAILED);
      count("failed");
    } catch (MailServerAwayException away) {
      boolean later = queue.again(mail, Documents.now(clock));
      LOG.warnf(
          "mail not sent, attempt %d, %s: kind=%s id=%s: %s",
          mail.attempts, later ? "again later" : "given up", mail.kind, mail.id, away.getMessage());
      count(later ? "delayed" : "failed");
    }
  }

  private void count(String outcome) {
    meters.counter("dakenh_config_mail", "outcome", outcome).increment();
  }
}
