package io.dakenh.devstack.mail;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpExchange;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Takes mail over SMTP on the loopback address and shows it: {@code /mailbox/} is a page, {@code
 * /mailbox/messages?to=} its JSON, newest last.
 */
public final class MailCatcher implements AutoCloseable {
  /** Where {@link #handle} belongs. */
  public static final String PATH = "/mailbox/";

  private static final int KEPT = 500;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final GreenMail server;

  private MailCatcher(GreenMail server) {
    this.server = server;
  }

  /** Starts it; port 0 takes a free one. */
  public static MailCatcher start(int port) {
    GreenMail server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server.start();
    return new MailCatcher(server);
  }

  /** Where it takes mail. */
  public int port() {
    return server.getSmtp().getPort();
  }

  /** Answers for everything below {@link #PATH}. */
  public void handle(HttpExchange exchange) throws IOException {
    // Jakarta Activation looks for its parts with the thread's loader, which may be any.
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    Thread.currentThread().setContextClassLoader(MailCatcher.class.getClassLoader());
    try {
      respond(exchange);
    } finally {
      Thread.currentThread().setContextClassLoader(before);
    }
  }

  private void respond(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    if (!exchange.getRequestMethod().equals("GET")) {
      answer(exchange, 405, "text/plain", "");
    } else if (path.equals(PATH + "messages")) {
      String query = exchange.getRequestURI().getQuery();
      String to = query != null && query.startsWith("to=") ? query.substring(3) : "";
      answer(
          exchange, 200, "application/json", JSON.writeValueAsString(Map.of("items", caught(to))));
    } else if (path.equals(PATH)) {
      answer(exchange, 200, "text/html", MailPage.of(caught("")));
    } else {
      answer(exchange, 404, "text/plain", "");
    }
  }

  private static void answer(HttpExchange exchange, int status, String type, String body)
      throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type + ";charset=UTF-8");
    exchange
        .getResponseHeaders()
        .set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  /** What was caught, oldest first; of one mailbox, or of all. */
  List<CaughtMail> caught(String to) {
    MimeMessage[] messages = server.getReceivedMessages();
    List<CaughtMail> caught = new ArrayList<>();
    for (int i = Math.max(0, messages.length - KEPT); i < messages.length; i++) {
      CaughtMail mail = read(messages[i]);
      if (to.isEmpty() || mail.to().equals(to.toLowerCase(Locale.ROOT))) {
        caught.add(mail);
      }
    }
    return caught;
  }

  private static CaughtMail read(MimeMessage message) {
    try {
      InternetAddress from = (InternetAddress) message.getFrom()[0];
      return new CaughtMail(
          message.getMessageID(),
          ((InternetAddress) message.getAllRecipients()[0]).getAddress().toLowerCase(Locale.ROOT),
          from.getPersonal() == null ? "" : from.getPersonal(),
          from.getAddress(),
          message.getSubject(),
          part(message.getContent(), "text/plain"),
          part(message.getContent(), "text/html"));
    } catch (MessagingException | IOException unreadable) {
      throw new IllegalStateException("a caught mail cannot be read", unreadable);
    }
  }

  private static String part(Object content, String type) throws MessagingException, IOException {
    if (content instanceof Multipart parts) {
      for (int i = 0; i < parts.getCount(); i++) {
        BodyPart part = parts.getBodyPart(i);
        if (part.isMimeType(type)) {
          return String.valueOf(part.getContent());
        }
      }
      return "";
    }
    return type.equals("text/plain") ? String.valueOf(content) : "";
  }

  @Override
  public void close() {
    server.stop();
  }
}
