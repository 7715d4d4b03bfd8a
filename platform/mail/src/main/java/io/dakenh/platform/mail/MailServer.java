package io.dakenh.platform.mail;

import io.dakenh.platform.mail.SmtpSettings.Security;
import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Properties;
import java.util.UUID;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;

/** Speaks SMTP with the one mail server of this installation. */
public final class MailServer {
  private static final int NEVER = 500;

  private final SmtpSettings config;
  private final Clock clock;
  private final Session session;

  /** Speaks to nobody yet. */
  public MailServer(SmtpSettings config, Clock clock) {
    this.config = config;
    this.clock = clock;
    this.session = Session.getInstance(properties(config), authenticator(config));
  }

  private static Properties properties(SmtpSettings config) {
    String millis = Long.toString(config.timeout().toMillis());
    Properties properties = new Properties();
    properties.setProperty("mail.transport.protocol", "smtp");
    properties.setProperty("mail.smtp.host", config.host().orElse(""));
    properties.setProperty("mail.smtp.port", Integer.toString(config.port()));
    properties.setProperty("mail.smtp.connectiontimeout", millis);
    properties.setProperty("mail.smtp.timeout", millis);
    properties.setProperty("mail.smtp.writetimeout", millis);
    properties.setProperty("mail.smtp.auth", Boolean.toString(config.username().isPresent()));
    boolean upgraded = config.security() == Security.STARTTLS;
    properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(upgraded));
    properties.setProperty("mail.smtp.starttls.required", Boolean.toString(upgraded));
    properties.setProperty(
        "mail.smtp.ssl.enable", Boolean.toString(config.security() == Security.TLS));
    properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    properties.setProperty("mail.smtp.allow8bitmime", "true");
    return properties;
  }

  private static Authenticator authenticator(SmtpSettings config) {
    PasswordAuthentication who =
        new PasswordAuthentication(config.username().orElse(""), config.password().orElse(""));
    return new Authenticator() {
      @Override
      protected PasswordAuthentication getPasswordAuthentication() {
        return who;
      }
    };
  }

  /**
   * Returns once the server has taken it.
   *
   * @throws MailServerAwayException when it may be taken later
   * @throws MailRefusedException when it never will be
   */
  public void send(Outgoing mail) {
    try {
      Transport.send(message(mail));
    } catch (AddressException none) {
      throw new MailRefusedException("no address the server could take", none);
    } catch (MessagingException failed) {
      if (never(failed)) {
        throw new MailRefusedException("refused by the mail server", failed);
      }
      throw new MailServerAwayException(failed.getClass().getSimpleName(), failed);
    } catch (UnsupportedEncodingException impossible) {
      throw new IllegalStateException("no UTF-8", impossible);
    }
  }

  private MimeMessage message(Outgoing mail)
      throws MessagingException, UnsupportedEncodingException {
    MimeMessage message = new Named(session, mail.id(), config.from());
    String utf8 = StandardCharsets.UTF_8.name();
    message.setFrom(new InternetAddress(config.from(), mail.senderName(), utf8));
    message.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.recipient(), true));
    message.setSubject(mail.subject(), utf8);
    message.setSentDate(Date.from(clock.instant()));
    // So that nobody's absence notice answers it.
    message.setHeader("Auto-Submitted", "auto-generated");
    MimeBodyPart words = new MimeBodyPart();
    words.setText(mail.text(), utf8, "plain");
    MimeBodyPart page = new MimeBodyPart();
    page.setText(mail.html(), utf8, "html");
    message.setContent(new MimeMultipart("alternative", words, page));
    message.saveChanges();
    return message;
  }

  /** A permanent answer of the server, about the mail or its address. */
  private static boolean never(Exception failed) {
    for (@Nullable Exception each = failed; each != null; each = next(each)) {
      int code =
          switch (each) {
            case SMTPSendFailedException refused -> refused.getReturnCode();
            case SMTPAddressFailedException refused -> refused.getReturnCode();
            default -> 0;
          };
      if (code >= NEVER) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable Exception next(Exception failed) {
    return failed instanceof MessagingException chained ? chained.getNextException() : null;
  }

  /** One mail has one message id, however often it is sent. */
  private static final class Named extends MimeMessage {
    private final String id;

    Named(Session session, UUID id, String from) {
      super(session);
      this.id = "<" + id + "@" + from.substring(from.indexOf('@') + 1) + ">";
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }
}
