package io.dakenh.benchmarks.routing;

import io.dakenh.contracts.event.EventCatalog;
import io.dakenh.contracts.routing.OfferMade;
import io.dakenh.devstack.identity.Tokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;

/**
 * Everyone who was asked about one conversation accepts at the same moment.
 *
 * @param answers how often each status came
 */
public record Race(int accepts, Map<Integer, Integer> answers, double seconds) {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final double NANOS_PER_SECOND = 1e9;

  static Race run(RoutingStage stage, EventWire wire, Company company) {
    Map<UUID, UUID> offers = new ConcurrentHashMap<>();
    try (EventWire.Ears ears =
        wire.hear(
            EventCatalog.OFFER_MADE,
            (OfferMade made, long at) -> {
              if (made.tenantId().equals(company.tenantId)) {
                offers.put(made.agentId(), made.offerId());
              }
            })) {
      company.open(0);
      Awaitility.await("everyone is asked")
          .atMost(PATIENCE)
          .until(() -> offers.size() == company.agents.size());
    }
    List<HttpRequest> requests = new ArrayList<>();
    offers.forEach(
        (agent, offer) ->
            requests.add(
                HttpRequest.newBuilder(
                        URI.create(stage.origin() + "/api/v1/offers/" + offer + "/accept"))
                    .header(
                        "Authorization",
                        "Bearer " + Tokens.agent(company.tenantId, agent, "Nhân viên"))
                    .POST(HttpRequest.BodyPublishers.noBody())
                    .build()));
    return atOnce(requests);
  }

  private static Race atOnce(List<HttpRequest> requests) {
    CountDownLatch go = new CountDownLatch(1);
    Map<Integer, Integer> answers = new TreeMap<>();
    try (HttpClient client = HttpClient.newHttpClient();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> pending =
          requests.stream()
              .map(request -> threads.submit(() -> send(client, request, go)))
              .toList();
      long begin = System.nanoTime();
      go.countDown();
      for (Future<Integer> answer : pending) {
        answers.merge(answer.get(), 1, Integer::sum);
      }
      return new Race(requests.size(), answers, (System.nanoTime() - begin) / NANOS_PER_SECOND);
    } catch (ExecutionException failed) {
      throw new IllegalStateException("an accept was not answered", failed);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", stopping);
    }
  }

  private static int send(HttpClient client, HttpRequest request, CountDownLatch go)
      throws IOException, InterruptedException {
    go.await();
    return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
  }
}
