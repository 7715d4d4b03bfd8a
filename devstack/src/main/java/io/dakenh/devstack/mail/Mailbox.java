package io.dakenh.devstack.mail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;

/** Reads what a {@link MailCatcher} caught for one address. */
public final class Mailbox {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI address;

  /**
   * The mailbox of one address.
   *
   * @param base origin that serves {@link MailCatcher#PATH}
   */
  public Mailbox(String base, String to) {
    this.address =
        URI.create(
            base
                + MailCatcher.PATH
                + "messages?to="
                + URLEncoder.encode(to, StandardCharsets.UTF_8));
  }

  /** All mail so far, oldest first. */
  public List<CaughtMail> all() {
    try {
      String body =
          client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString()).body();
      List<CaughtMail> mails = new ArrayList<>();
      for (JsonNode each : JSON.readTree(body).path("items")) {
        mails.add(JSON.treeToValue(each, CaughtMail.class));
      }
      return mails;
    } catch (IOException unreadable) {
      throw new UncheckedIOException("the mail catcher does not answer", unreadable);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  /** Waits until so many came, and gives the newest of them. */
  public CaughtMail await(int count) {
    Awaitility.await("mail").atMost(PATIENCE).until(() -> all().size() >= count);
    return all().get(count - 1);
  }
}
