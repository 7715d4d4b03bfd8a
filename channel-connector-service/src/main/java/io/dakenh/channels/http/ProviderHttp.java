package io.dakenh.channels.http;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;

/**
 * Blocking calls to providers, bounded in time. Nothing of an address or a body is logged here:
 * both carry tokens.
 */
@ApplicationScoped
public class ProviderHttp {
  /** How long a provider may think. */
  public static final Duration PATIENCE = Duration.ofSeconds(8);

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  /**
   * Calls.
   *
   * @throws CallFailedException without an answer; it says whether the call may have had an effect
   */
  public Answer call(HttpRequest request) {
    try {
      HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
      return new Answer(response.statusCode(), response.headers(), response.body());
    } catch (ConnectException | HttpConnectTimeoutException | UnresolvedAddressException never) {
      throw new CallFailedException(false, never.getClass().getSimpleName());
    } catch (IOException lost) {
      throw new CallFailedException(true, lost.getClass().getSimpleName());
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new CallFailedException(true, "stopping");
    }
  }

  @PreDestroy
  void close() {
    client.shutdownNow();
  }
}
