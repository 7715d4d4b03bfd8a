package io.dakenh.config.mail;

import io.dakenh.config.ServiceSettings;
import io.dakenh.config.storage.Documents;
import io.dakenh.platform.mail.Letter;
import io.dakenh.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;

/** Takes letters. */
@ApplicationScoped
public class Mails {
  private final MailRepository queue;
  private final MailSending sending;
  private final boolean available;
  private final Clock clock;

  @Inject
  Mails(MailRepository queue, MailSending sending, ServiceSettings settings, Clock clock) {
    this.queue = queue;
    this.sending = sending;
    this.available = settings.mail().host().isPresent();
    this.clock = clock;
  }

  /** Refuses where no mail server was named. */
  public void require() {
    if (!available) {
      throw ProblemException.rule("mail-not-configured", "E-mail is not set up here.");
    }
  }

  /**
   * Sends a letter; the same id again does nothing.
   *
   * @param kind what it is for, such as {@code sign-up}
   */
  public void post(UUID id, String kind, String recipient, Letter letter) {
    WaitingMail mail = new WaitingMail();
    mail.id = id;
    mail.kind = kind;
    mail.createdAt = Documents.now(clock);
    mail.dueAt = mail.createdAt;
    mail.recipient = recipient;
    mail.senderName = letter.senderName();
    mail.subject = letter.subject();
    mail.text = letter.text();
    mail.html = letter.html();
    if (queue.add(mail)) {
      sending.soon();
    }
  }
}
