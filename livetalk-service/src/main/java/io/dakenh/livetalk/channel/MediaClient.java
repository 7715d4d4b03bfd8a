package io.dakenh.livetalk.channel;

import io.dakenh.livetalk.LivetalkConfig;
import io.dakenh.livetalk.attachment.intake.ProviderFiles;
import io.dakenh.livetalk.party.Party;
import io.dakenh.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Copies files from the connector into the own store. The connector has fetched them from the
 * provider and signed their paths; nothing but its own address is ever asked.
 */
@ApplicationScoped
class MediaClient {
  private static final Logger LOG = Logger.getLogger(MediaClient.class);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final String base;
  private final ProviderFiles files;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  @Inject
  MediaClient(LivetalkConfig config, ProviderFiles files) {
    String url = config.channelsUrl().toString();
    this.base = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    this.files = files;
  }

  /** What became of a copy. */
  sealed interface Copy {
    /** It is kept under this id. */
    record Kept(UUID id) implements Copy {}

    /** There will never be one. */
    record Never(String code) implements Copy {}

    /** Maybe later. */
    record Later() implements Copy {}
  }

  /** Copies a file that a message of this author is about to carry. */
  Copy copy(Party author, UUID conversationId, String name, String path) {
    if (!path.startsWith("/") || path.startsWith("//")) {
      return new Copy.Never("media-refused");
    }
    try {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(base + path)).timeout(PATIENCE).build();
      HttpResponse<InputStream> response = http.send(request, BodyHandlers.ofInputStream());
      try (InputStream body = response.body()) {
        return switch (response.statusCode()) {
          case 200 -> new Copy.Kept(files.keep(author, conversationId, name, body));
          case 403, 404, 410 -> new Copy.Never("media-unavailable");
          default -> new Copy.Later();
        };
      }
    } catch (ProblemException refused) {
      return refused.kind().temporary() ? new Copy.Later() : new Copy.Never(code(refused));
    } catch (IOException away) {
      LOG.infof("a customer's file is copied later: %s", away.toString());
      return new Copy.Later();
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return new Copy.Later();
    }
  }

  private static String code(ProblemException refused) {
    return refused.code().equals("body-too-large") ? "media-too-large" : "media-refused";
  }
}
