package io.dakenh.livetalk.push;

import io.dakenh.livetalk.LivetalkConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Speaks with the services of browsers. */
@ApplicationScoped
class PushServices {
  private static final Logger LOG = Logger.getLogger(PushServices.class);
  private static final int OK = 200;
  private static final int REDIRECT = 300;
  private static final int NOT_FOUND = 404;
  private static final int GONE = 410;

  private final PushKey key;
  private final Duration timeout;
  private final HttpClient client;

  @Inject
  PushServices(PushKey key, LivetalkConfig config) {
    this.key = key;
    this.timeout = config.push().timeout();
    // No redirects: the hosts we write to are listed.
    this.client =
        HttpClient.newBuilder()
            .connectTimeout(timeout)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  /** A notice for one browser. */
  record Notice(
      UUID id,
      UUID tenantId,
      UUID subscriptionId,
      String endpoint,
      byte[] publicKey,
      byte[] auth,
      String payload,
      int attempts,
      long seconds) {}

  /** What became of it. */
  enum Outcome {
    TAKEN,
    GONE,
    LATER
  }

  Outcome send(Notice notice) {
    URI endpoint = URI.create(notice.endpoint());
    try {
      byte[] sealed =
          Encryption.encrypt(
              notice.payload().getBytes(StandardCharsets.UTF_8), notice.publicKey(), notice.auth());
      HttpRequest request =
          HttpRequest.newBuilder(endpoint)
              .timeout(timeout)
              .header("Authorization", key.authorization(endpoint))
              .header("Content-Encoding", "aes128gcm")
              .header("Content-Type", "application/octet-stream")
              .header("TTL", Long.toString(notice.seconds()))
              .header("Urgency", "high")
              .POST(BodyPublishers.ofByteArray(sealed))
              .build();
      HttpResponse<Void> answer = client.send(request, BodyHandlers.discarding());
      int status = answer.statusCode();
      if (status >= OK && status < REDIRECT) {
        return Outcome.TAKEN;
      }
      if (status == NOT_FOUND || status == GONE) {
        return Outcome.GONE;
      }
      LOG.infof("push service %s answered %d", endpoint.getHost(), status);
      return Outcome.LATER;
    } catch (GeneralSecurityException unusable) {
      LOG.infof("a browser's key is none: %s", unusable.getMessage());
      return Outcome.GONE;
    } catch (IOException away) {
      LOG.infof("push service %s: %s", endpoint.getHost(), away.getClass().getSimpleName());
      return Outcome.LATER;
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return Outcome.LATER;
    }
  }
}
