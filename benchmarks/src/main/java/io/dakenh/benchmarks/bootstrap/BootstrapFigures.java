package io.dakenh.benchmarks.bootstrap;

import io.dakenh.benchmarks.report.Spread;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The widget document of one business, asked for over and over, beside nginx with the same bytes.
 *
 * @param ratio requests per second of the suite over those of nginx, pair by pair; larger is better
 * @param notModifiedRatio the same where the caller has the document already
 */
public record BootstrapFigures(
    int documentBytes,
    Spread requestsPerSecond,
    Spread latencyP99Milliseconds,
    Spread nginxRequestsPerSecond,
    Spread ratio,
    Spread notModifiedRatio) {
  /** What browsers ask for; nginx sends the very bytes that come of it. */
  private static final String BROTLI = "Accept-Encoding: br";

  /** Takes turns: nginx, the suite, nginx with 304, the suite with 304. */
  public static BootstrapFigures measure(String url, Path scratch, int pairs, int seconds) {
    HttpResponse<byte[]> document = get(url);
    List<String> fresh = List.of(BROTLI);
    List<String> known = List.of(BROTLI, "If-None-Match: " + tag(document));
    try (StaticServer nginx = StaticServer.start(scratch, document.body())) {
      List<String> knownThere = List.of(BROTLI, "If-None-Match: " + tag(get(nginx.url())));
      Wrk.run(nginx.url(), 2, fresh);
      Wrk.run(url, 2 * seconds, fresh);
      List<Load> limit = new ArrayList<>();
      List<Load> suite = new ArrayList<>();
      List<Double> ratios = new ArrayList<>();
      List<Double> notModified = new ArrayList<>();
      for (int pair = 0; pair < pairs; pair++) {
        limit.add(Wrk.run(nginx.url(), seconds, fresh));
        suite.add(Wrk.run(url, seconds, fresh));
        ratios.add(suite.getLast().requestsPerSecond() / limit.getLast().requestsPerSecond());
        double there = Wrk.run(nginx.url(), seconds, knownThere).requestsPerSecond();
        notModified.add(Wrk.run(url, seconds, known).requestsPerSecond() / there);
      }
      return new BootstrapFigures(
          document.body().length,
          Spread.of(suite.stream().map(Load::requestsPerSecond).toList()),
          Spread.of(suite.stream().map(Load::latencyP99Milliseconds).toList()),
          Spread.of(limit.stream().map(Load::requestsPerSecond).toList()),
          Spread.of(ratios),
          Spread.of(notModified));
    }
  }

  private static String tag(HttpResponse<?> answer) {
    return answer
        .headers()
        .firstValue("ETag")
        .orElseThrow(() -> new IllegalStateException(answer.uri() + " has no ETag"));
  }

  private static HttpResponse<byte[]> get(String url) {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<byte[]> answer =
          client.send(
              HttpRequest.newBuilder(URI.create(url)).header("Accept-Encoding", "br").build(),
              HttpResponse.BodyHandlers.ofByteArray());
      if (answer.statusCode() != 200) {
        throw new IllegalStateException(url + " answered " + answer.statusCode());
      }
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot ask " + url, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
