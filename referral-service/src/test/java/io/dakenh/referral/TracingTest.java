package io.dakenh.referral;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.dakenh.contracts.event.EventCatalog;
import io.dakenh.devstack.identity.Tokens;
import io.dakenh.devstack.test.EventProbe;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPInputStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** The same build as ever sends its traces once it is told where to, by settings of its start. */
@QuarkusTest
@TestProfile(TracingTest.SwitchedOn.class)
class TracingTest {
  /** What the collector was sent, as ISO-8859-1 so that each byte is a character. */
  private static final List<String> RECEIVED = new CopyOnWriteArrayList<>();

  /** Names the collector, as a chart does. */
  public static class SwitchedOn implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "quarkus.otel.exporter.otlp.traces.protocol", "http/protobuf",
          "quarkus.otel.bsp.schedule.delay", "100ms");
    }

    @Override
    public List<TestResourceEntry> testResources() {
      return List.of(new TestResourceEntry(Collector.class));
    }
  }

  /** Takes what OpenTelemetry's protocol brings over HTTP. */
  public static class Collector implements QuarkusTestResourceLifecycleManager {
    private HttpServer server;

    @Override
    public Map<String, String> start() {
      try {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      server.createContext(
          "/v1/traces",
          exchange -> {
            boolean packed =
                "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
            byte[] body =
                packed
                    ? new GZIPInputStream(exchange.getRequestBody()).readAllBytes()
                    : exchange.getRequestBody().readAllBytes();
            RECEIVED.add(new String(body, StandardCharsets.ISO_8859_1));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
          });
      server.start();
      return Map.of(
          "quarkus.otel.exporter.otlp.traces.endpoint",
          "http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void stop() {
      server.stop(0);
    }
  }

  /** A span of the trace, which carries the id as bytes. */
  private static void untilReceived(String traceId, String name) {
    String id = new String(HexFormat.of().parseHex(traceId), StandardCharsets.ISO_8859_1);
    Awaitility.await("a span " + name)
        .untilAsserted(
            () ->
                assertThat(RECEIVED)
                    .anyMatch(
                        batch ->
                            batch.contains(id)
                                && batch.contains(name)
                                && batch.contains("referral-service")));
  }

  private static String newTrace() {
    return UUID.randomUUID().toString().replace("-", "");
  }

  private static String parent(String traceId) {
    return "00-" + traceId + "-00f067aa0ba902b7-01";
  }

  @Test
  void a_request_is_part_of_its_callers_trace_and_its_query_is_not_told() {
    String trace = newTrace();

    given()
        .auth()
        .oauth2(Tokens.owner(UUID.randomUUID()))
        .header("traceparent", parent(trace))
        .queryParam("secret", "not-to-be-told")
        .get("/api/v1/code")
        .then()
        .statusCode(404);

    untilReceived(trace, "GET /api/v1/code");
    assertThat(RECEIVED).noneMatch(batch -> batch.contains("not-to-be-told"));
  }

  @Test
  void an_event_goes_on_with_the_trace_of_whoever_caused_it() {
    String trace = newTrace();
    UUID tenantId = UUID.randomUUID();
    String type = EventCatalog.TENANT_CHANGED.name();
    Map<String, String> headers =
        new HashMap<>(EventProbe.headers(UUID.randomUUID(), type, tenantId.toString(), tenantId));
    headers.put("traceparent", parent(trace));

    try (EventProbe probe = EventProbe.connect()) {
      probe.publish(
          EventCatalog.TENANT_CHANGED.topic().topicName(),
          tenantId.toString(),
          headers,
          """
          {"tenantId":"%s","version":1,"name":"Quán","widgetKey":"wk-%s","status":"active","locale":"vi",
           "timeZone":"Asia/Ho_Chi_Minh","createdAt":"2026-11-23T05:00:00Z"}"""
              .formatted(tenantId, tenantId));

      untilReceived(trace, "process " + type);
      assertThat(
              probe
                  .await(
                      EventCatalog.REFERRAL_CODE_ISSUED.topic().topicName(),
                      event -> event.of(tenantId))
                  .headers()
                  .get("traceparent"))
          .contains(trace);
    }
  }
}
