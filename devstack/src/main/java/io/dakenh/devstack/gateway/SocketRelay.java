package io.dakenh.devstack.gateway;

import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.NetSocket;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Joins a WebSocket of a browser with one of a part. After the upgrade the two connections are
 * piped into each other with back-pressure: a slow reader on one side stops the reading on the
 * other, and whatever one side says, close codes included, the other hears unchanged.
 */
final class SocketRelay {
  private static final Logger LOG = Logger.getLogger(SocketRelay.class.getName());
  private static final int SWITCHING_PROTOCOLS = 101;

  private final HttpClient client;
  private final ForwardedHeaders headers;

  SocketRelay(HttpClient client, ForwardedHeaders headers) {
    this.client = client;
    this.headers = headers;
  }

  static boolean isUpgrade(HttpServerRequest request) {
    return "websocket".equalsIgnoreCase(request.getHeader(HttpHeaders.UPGRADE));
  }

  void handle(HttpServerRequest request, Routes.Part part, List<Upstream> replicas) {
    Relay.firstReachable(client, request, part, replicas, 0)
        .onSuccess(reached -> upgrade(request, part, reached))
        .onFailure(cause -> Relay.unreachable(request, part.name(), cause));
  }

  private void upgrade(HttpServerRequest request, Routes.Part part, Relay.Reached reached) {
    HttpClientRequest outgoing = reached.request();
    headers.toPart(request, outgoing.headers());
    outgoing.putHeader(HttpHeaders.CONNECTION, "Upgrade");
    outgoing.putHeader(HttpHeaders.UPGRADE, "websocket");
    outgoing
        .connect()
        .onSuccess(answered -> answered(request, part, reached.replica(), answered))
        .onFailure(cause -> Relay.unreachable(request, part.name(), cause));
  }

  private static void answered(
      HttpServerRequest request, Routes.Part part, Upstream replica, HttpClientResponse answered) {
    if (answered.statusCode() != SWITCHING_PROTOCOLS) {
      request.resume();
      Relay.answer(request, answered);
      return;
    }
    NetSocket toPart = answered.netSocket();
    // The part speaks first; nothing may be read before there is somebody to tell.
    toPart.pause();
    request.response().setStatusCode(SWITCHING_PROTOCOLS);
    ForwardedHeaders.toCaller(answered.headers(), request.response().headers());
    request.response().putHeader(HttpHeaders.CONNECTION, "Upgrade");
    request.response().putHeader(HttpHeaders.UPGRADE, "websocket");
    request
        .toNetSocket()
        .onSuccess(toCaller -> join(toCaller, toPart, replica))
        .onFailure(
            cause -> {
              LOG.log(Level.FINE, cause, () -> "caller of " + part.name() + " left at the upgrade");
              toPart.close();
            });
  }

  private static void join(NetSocket toCaller, NetSocket toPart, Upstream replica) {
    toCaller.pause();
    replica.socketOpened();
    toCaller.exceptionHandler(cause -> LOG.log(Level.FINE, "caller's connection", cause));
    toPart.exceptionHandler(cause -> LOG.log(Level.FINE, "part's connection", cause));
    toCaller.closeHandler(gone -> toPart.close());
    toPart.closeHandler(
        gone -> {
          replica.socketClosed();
          toCaller.close();
        });
    pipe(toCaller, toPart);
    pipe(toPart, toCaller);
  }

  private static void pipe(NetSocket from, NetSocket to) {
    from.handler(
        buffer -> {
          to.write(buffer);
          if (to.writeQueueFull()) {
            from.pause();
            to.drainHandler(drained -> from.resume());
          }
        });
    from.resume();
  }
}
