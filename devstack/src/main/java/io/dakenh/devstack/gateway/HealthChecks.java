package io.dakenh.devstack.gateway;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Asks each replica of a part that has several whether it is ready, so that one that hangs or
 * drains is passed over. A part with one replica is not asked: there is nobody to go to instead.
 */
final class HealthChecks {
  private static final Logger LOG = Logger.getLogger(HealthChecks.class.getName());
  private static final long EVERY_MILLIS = 500;
  private static final int TIMEOUT_MILLIS = 1_000;
  private static final int OK = 200;

  private final HttpClient client;

  private HealthChecks(HttpClient client) {
    this.client = client;
  }

  static void begin(Vertx vertx, Upstreams upstreams) {
    HealthChecks checks =
        new HealthChecks(
            vertx.createHttpClient(new HttpClientOptions().setConnectTimeout(TIMEOUT_MILLIS)));
    vertx.setPeriodic(EVERY_MILLIS, each -> upstreams.withSubstitutes().forEach(checks::look));
  }

  private void look(Upstream replica) {
    client
        .request(
            new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setHost(replica.address().host())
                .setPort(replica.address().port())
                .setURI("/q/health/ready")
                .setTimeout(TIMEOUT_MILLIS))
        .compose(request -> request.send())
        .onSuccess(answer -> found(replica, answer.statusCode() == OK))
        .onFailure(away -> found(replica, false));
  }

  private static void found(Upstream replica, boolean ready) {
    if (replica.up() != ready) {
      LOG.log(Level.INFO, "{0} is {1}", new Object[] {replica.address(), ready ? "ready" : "away"});
      replica.up(ready);
    }
  }
}
