package io.dakenh.devstack.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** What is sent is caught and can be read. */
class MailCatcherTest {
  @Test
  void showsWhatWasSentToAnAddress() throws IOException, MessagingException {
    HttpServer pages =
        HttpServer.create(
            new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 0);
    try (MailCatcher catcher = MailCatcher.start(0)) {
      pages.createContext(MailCatcher.PATH, catcher::handle);
      pages.start();
      send(catcher.port());
      String base = "http://127.0.0.1:" + pages.getAddress().getPort();

      CaughtMail mail = new Mailbox(base, "Hanh@example.test").await(1);

      assertThat(mail.fromName()).isEqualTo("Tiệm Hoa Mai");
      assertThat(mail.subject()).isEqualTo("Đơn hàng");
      assertThat(mail.text()).contains("Đã gửi");
      assertThat(mail.html()).contains("<b>Đã gửi</b>");
      assertThat(new Mailbox(base, "ai-khac@example.test").all()).isEmpty();
      assertThat(MailPage.of(catcher.caught(""))).contains("Đơn hàng").doesNotContain("<b>Đã gửi");
    } finally {
      pages.stop(0);
    }
  }

  private static void send(int port) throws MessagingException, IOException {
    Properties properties = new Properties();
    properties.setProperty("mail.smtp.host", "127.0.0.1");
    properties.setProperty("mail.smtp.port", Integer.toString(port));
    MimeMessage message = new MimeMessage(Session.getInstance(properties));
    message.setFrom(new InternetAddress("shop@example.test", "Tiệm Hoa Mai", "UTF-8"));
    message.setRecipient(Message.RecipientType.TO, new InternetAddress("hanh@example.test"));
    message.setSubject("Đơn hàng", "UTF-8");
    MimeBodyPart words = new MimeBodyPart();
    words.setText("Đã gửi", "UTF-8", "plain");
    MimeBodyPart page = new MimeBodyPart();
    page.setText("<b>Đã gửi</b>", "UTF-8", "html");
    message.setContent(new MimeMultipart("alternative", words, page));
    Transport.send(message);
  }
}
