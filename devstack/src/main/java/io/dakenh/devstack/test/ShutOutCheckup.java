package io.dakenh.devstack.test;

import io.dakenh.contracts.config.StaffChanged;
import io.dakenh.contracts.config.TenantChanged;
import io.dakenh.contracts.event.EventCatalog;
import io.dakenh.devstack.identity.Tokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.awaitility.Awaitility;

/**
 * Sees that a running service refuses good tokens of whoever was shut out since they were issued,
 * within seconds of the event, and lets others and those who are let in again pass.
 */
public final class ShutOutCheckup {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final URI address;
  private final HttpClient http;
  private final EventProbe probe;
  private final UUID tenantId = UUID.randomUUID();

  private ShutOutCheckup(URI address, HttpClient http, EventProbe probe) {
    this.address = address;
    this.http = http;
    this.probe = probe;
  }

  /**
   * Runs the checkup.
   *
   * @param address of something that any owner may read
   */
  public static void run(URI address) {
    try (HttpClient http = HttpClient.newHttpClient();
        EventProbe probe = EventProbe.connect()) {
      new ShutOutCheckup(address, http, probe).run();
    }
  }

  private void run() {
    UUID leaving = UUID.randomUUID();
    String token = Tokens.owner(tenantId, leaving, "Người Nghỉ Việc");
    String colleague = Tokens.owner(tenantId);
    String stranger = Tokens.owner(UUID.randomUUID());
    passes(token);

    staff(leaving, 2, false);
    untilRefused(token, "staff-inactive");
    passes(colleague);

    staff(leaving, 3, true);
    untilPassing(token);

    tenant(2, "suspended");
    untilRefused(token, "tenant-suspended");
    refused(colleague, "tenant-suspended");
    passes(stranger);

    tenant(3, "active");
    untilPassing(token);
  }

  private void staff(UUID id, long version, boolean active) {
    probe.publish(
        EventCatalog.STAFF_CHANGED,
        id.toString(),
        tenantId,
        new StaffChanged(tenantId, id, version, "Người Nghỉ Việc", "owner", active, null));
  }

  private void tenant(long version, String status) {
    probe.publish(
        EventCatalog.TENANT_CHANGED,
        tenantId.toString(),
        tenantId,
        new TenantChanged(
            tenantId,
            version,
            "Cửa hàng",
            "wk-" + tenantId,
            status,
            "vi",
            "Asia/Ho_Chi_Minh",
            null,
            Instant.now()));
  }

  private void untilRefused(String token, String code) {
    Awaitility.await("refused with " + code)
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .untilAsserted(() -> refused(token, code));
  }

  private void untilPassing(String token) {
    Awaitility.await("let in again")
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .untilAsserted(() -> passes(token));
  }

  private void refused(String token, String code) {
    HttpResponse<String> answer = get(token);
    if (answer.statusCode() != 403 || !answer.body().contains("\"code\":\"" + code + "\"")) {
      throw new AssertionError(
          "not refused with " + code + ": " + answer.statusCode() + " " + answer.body());
    }
  }

  /** What it answers is its own business, as long as the person is let in. */
  private void passes(String token) {
    HttpResponse<String> answer = get(token);
    if (answer.statusCode() != 200 && answer.statusCode() != 404) {
      throw new AssertionError("not let in: " + answer.statusCode() + " " + answer.body());
    }
  }

  private HttpResponse<String> get(String token) {
    try {
      return http.send(
          HttpRequest.newBuilder(address)
              .header("Authorization", "Bearer " + token)
              .header("Accept", "application/json")
              .timeout(PATIENCE)
              .build(),
          HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError("no answer from " + address, e);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", interrupted);
    }
  }
}
