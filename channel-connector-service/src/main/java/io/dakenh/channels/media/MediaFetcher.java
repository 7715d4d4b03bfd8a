package io.dakenh.channels.media;

import io.dakenh.channels.ChannelsConfig;
import io.dakenh.platform.net.SafeAddress;
import io.dakenh.platform.net.SafeAddress.RefusedException;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Fetches files from addresses that others gave us: never from our own network, never more than
 * allowed, never for longer than the message waits. Redirects are judged like the first address.
 */
@ApplicationScoped
class MediaFetcher {
  private static final int REDIRECTS = 3;
  private static final int OK = 200;
  private static final int FIRST_REDIRECT = 300;
  private static final int FIRST_ERROR = 400;

  private final HttpClient client;
  private final ChannelsConfig.Media config;

  @Inject
  MediaFetcher(Vertx vertx, ChannelsConfig config) {
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setConnectTimeout(2000)
                .setKeepAlive(false)
                .setVerifyHost(true)
                .setForceSni(true));
    this.config = config.media();
  }

  /** Why there is no copy, by our stable codes. */
  static final class FailedException extends Exception {
    private final String code;

    FailedException(String code, String reason) {
      super(reason);
      this.code = code;
    }

    String code() {
      return code;
    }
  }

  byte[] fetch(String url) throws FailedException, InterruptedException {
    String at = url;
    for (int i = 0; i <= REDIRECTS; i++) {
      SafeAddress address = judged(at);
      Answer answer = ask(address);
      if (answer.status() == OK) {
        return answer.body();
      }
      if (answer.status() < FIRST_REDIRECT
          || answer.status() >= FIRST_ERROR
          || answer.location().isEmpty()) {
        throw new FailedException("media-unavailable", "status " + answer.status());
      }
      at = address.uri().resolve(answer.location()).toString();
    }
    throw new FailedException("media-unavailable", "too many redirects");
  }

  private record Answer(int status, String location, byte[] body) {}

  private static final class TooLargeException extends RuntimeException {}

  private SafeAddress judged(String url) throws FailedException {
    try {
      return SafeAddress.of(url, Set.copyOf(config.privateHosts().orElse(List.of())));
    } catch (RefusedException refused) {
      throw new FailedException("media-refused", refused.getMessage());
    } catch (UnknownHostException unknown) {
      throw new FailedException("media-unavailable", "unknown host");
    }
  }

  private Answer ask(SafeAddress address) throws FailedException, InterruptedException {
    Duration patience = config.patience();
    RequestOptions options =
        new RequestOptions()
            .setMethod(HttpMethod.GET)
            .setServer(
                SocketAddress.inetSocketAddress(address.port(), address.address().getHostAddress()))
            .setHost(address.uri().getHost())
            .setPort(address.port())
            .setSsl(address.tls())
            .setURI(address.requestUri())
            .putHeader("Accept", "*/*")
            .setTimeout(patience.toMillis());
    CompletableFuture<Answer> answer = new CompletableFuture<>();
    client
        .request(options)
        .compose(request -> request.send())
        .onSuccess(response -> collect(response, answer))
        .onFailure(answer::completeExceptionally);
    try {
      return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof TooLargeException) {
        throw new FailedException("media-too-large", "over the limit");
      }
      throw new FailedException("media-unavailable", String.valueOf(failed.getCause()));
    } catch (TimeoutException late) {
      throw new FailedException("media-unavailable", "no answer in time");
    }
  }

  private void collect(HttpClientResponse response, CompletableFuture<Answer> answer) {
    Buffer body = Buffer.buffer();
    response.exceptionHandler(answer::completeExceptionally);
    response.handler(
        piece -> {
          if (body.length() + piece.length() > config.sizeLimit()) {
            answer.completeExceptionally(new TooLargeException());
            response.request().connection().close();
          } else {
            body.appendBuffer(piece);
          }
        });
    response.endHandler(
        end -> {
          String location = response.getHeader("Location");
          answer.complete(
              new Answer(response.statusCode(), location == null ? "" : location, body.getBytes()));
        });
  }

  @PreDestroy
  void close() {
    client.close();
  }
}
