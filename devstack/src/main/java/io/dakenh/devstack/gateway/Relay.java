package io.dakenh.devstack.gateway;

import io.vertx.core.Future;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Streams a request to its part and the answer back, holding no body in memory. */
final class Relay {
  private static final Logger LOG = Logger.getLogger(Relay.class.getName());
  private static final int ANSWER_TIMEOUT_MILLIS = 120_000;

  private final HttpClient client;
  private final Upstreams upstreams;
  private final ForwardedHeaders headers;
  private final SocketRelay sockets;

  Relay(HttpClient client, Upstreams upstreams, ForwardedHeaders headers, SocketRelay sockets) {
    this.client = client;
    this.upstreams = upstreams;
    this.headers = headers;
    this.sockets = sockets;
  }

  void handle(HttpServerRequest request) {
    switch (Routes.of(request.path())) {
      case Routes.Nowhere() -> Problems.notFound(request.response(), request.path());
      case Routes.Unclear() -> Problems.unclearPath(request.response());
      case Routes.Part part -> {
        // Nothing of the body may arrive before there is somewhere to send it.
        request.pause();
        if (SocketRelay.isUpgrade(request)) {
          sockets.handle(request, part, upstreams.forSocket(part.name()));
        } else {
          connect(request, part)
              .onSuccess(outgoing -> exchange(request, part, outgoing))
              .onFailure(cause -> unreachable(request, part.name(), cause));
        }
      }
    }
  }

  private Future<HttpClientRequest> connect(HttpServerRequest request, Routes.Part part) {
    return firstReachable(client, request, part, upstreams.inTurn(part.name()), 0)
        .map(Reached::request);
  }

  /** A request that is open to one of the replicas. */
  record Reached(Upstream replica, HttpClientRequest request) {}

  /** Opens a request to the first replica that takes the connection. */
  static Future<Reached> firstReachable(
      HttpClient client,
      HttpServerRequest request,
      Routes.Part part,
      List<Upstream> replicas,
      int index) {
    if (index >= replicas.size()) {
      return Future.failedFuture("no replica of " + part.name() + " can be reached");
    }
    Upstream replica = replicas.get(index);
    SocketAddress address = replica.address();
    return client
        .request(
            new RequestOptions()
                .setMethod(request.method())
                .setServer(address)
                .setHost(address.host())
                .setPort(address.port())
                .setURI(uri(request, part)))
        .map(open -> new Reached(replica, open))
        .recover(
            cause -> {
              // Until it is asked again; with one replica there is nobody to ask.
              replica.up(replicas.size() < 2);
              return firstReachable(client, request, part, replicas, index + 1);
            });
  }

  private static String uri(HttpServerRequest request, Routes.Part part) {
    String query = request.query();
    return query == null ? part.path() : part.path() + "?" + query;
  }

  private void exchange(HttpServerRequest request, Routes.Part part, HttpClientRequest outgoing) {
    headers.toPart(request, outgoing.headers());
    boolean sized = request.getHeader("Content-Length") != null;
    boolean chunked = request.getHeader("Transfer-Encoding") != null;
    outgoing.setChunked(chunked && !sized);
    outgoing.idleTimeout(ANSWER_TIMEOUT_MILLIS);
    request.response().closeHandler(gone -> outgoing.reset());
    Future<HttpClientResponse> answer = sized || chunked ? outgoing.send(request) : outgoing.send();
    if (!sized && !chunked) {
      request.resume();
    }
    answer
        .onSuccess(answered -> answer(request, answered))
        .onFailure(cause -> unanswered(request, part.name(), cause));
  }

  /** Streams an answer back. */
  static void answer(HttpServerRequest request, HttpClientResponse answered) {
    HttpServerResponse response = request.response();
    if (response.closed() || response.ended()) {
      answered.request().reset();
      return;
    }
    response.setStatusCode(answered.statusCode());
    response.setStatusMessage(answered.statusMessage());
    ForwardedHeaders.toCaller(answered.headers(), response.headers());
    response.setChunked(answered.getHeader("Transfer-Encoding") != null);
    // A part that dies halfway must not look like a complete answer.
    answered
        .pipe()
        .endOnFailure(false)
        .to(response)
        .onFailure(
            cause -> {
              LOG.log(Level.FINE, "answer broken off", cause);
              if (!response.closed()) {
                response.reset();
              }
            });
  }

  private static void unanswered(HttpServerRequest request, String part, Throwable cause) {
    if (cause instanceof java.util.concurrent.TimeoutException
        && !request.response().headWritten()) {
      LOG.log(Level.WARNING, "no answer in time from {0}", part);
      Problems.timeout(request.response(), part, request.path());
    } else {
      unreachable(request, part, cause);
    }
  }

  /** Answers 503, unless the caller is gone or half an answer is out. */
  static void unreachable(HttpServerRequest request, String part, Throwable cause) {
    LOG.log(Level.FINE, cause, () -> part + " does not answer");
    HttpServerResponse response = request.response();
    if (response.closed() || response.ended()) {
      return;
    }
    if (response.headWritten()) {
      response.reset();
      return;
    }
    request.resume();
    Problems.unavailable(response, part, request.path());
  }
}
