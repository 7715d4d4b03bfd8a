package io.dakenh.devstack.gateway;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServerOptions;
import java.net.URI;

/**
 * One event loop's share of the gateway: a server whose requests all go to the {@link Relay}. All
 * instances listen on the same port.
 */
final class Gateway extends AbstractVerticle {
  private static final int CONNECT_TIMEOUT_MILLIS = 2_000;
  private static final int IDLE_CONNECTION_SECONDS = 20;
  private static final int REQUEST_CONNECTIONS = 256;

  /** Bounded by memory and file descriptors, not by a pool: each lives as long as its tab. */
  private static final int SOCKET_CONNECTIONS = 1_000_000;

  private static final int HEADER_BYTES = 32 * 1024;
  private static final int BACKLOG = 4_096;

  private final String host;
  private final int port;
  private final ForwardedHeaders headers;
  private final Upstreams upstreams;

  Gateway(String host, int port, URI publicUrl, Upstreams upstreams) {
    this.host = host;
    this.port = port;
    this.headers = new ForwardedHeaders(publicUrl);
    this.upstreams = upstreams;
  }

  @Override
  public void start(Promise<Void> started) {
    HttpClientOptions common =
        new HttpClientOptions()
            .setConnectTimeout(CONNECT_TIMEOUT_MILLIS)
            .setMaxHeaderSize(HEADER_BYTES)
            .setTcpNoDelay(true);
    SocketRelay sockets =
        new SocketRelay(
            vertx.createHttpClient(
                new HttpClientOptions(common).setMaxPoolSize(SOCKET_CONNECTIONS)),
            headers);
    Relay relay =
        new Relay(
            vertx.createHttpClient(
                new HttpClientOptions(common)
                    .setKeepAliveTimeout(IDLE_CONNECTION_SECONDS)
                    .setMaxPoolSize(REQUEST_CONNECTIONS)),
            upstreams,
            headers,
            sockets);
    vertx
        .createHttpServer(
            new HttpServerOptions()
                .setMaxInitialLineLength(HEADER_BYTES)
                .setMaxHeaderSize(HEADER_BYTES)
                .setTcpNoDelay(true)
                // Relayed headers and bodies are those of HTTP/1.1.
                .setHttp2ClearTextEnabled(false)
                .setAcceptBacklog(BACKLOG))
        .requestHandler(relay::handle)
        .listen(port, host)
        .<Void>mapEmpty()
        .onComplete(started);
  }
}
