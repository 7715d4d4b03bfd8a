package io.dakenh.livetalk.socket;

import io.dakenh.livetalk.LivetalkConfig;
import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/** Bounds sockets where bytes come in, before anything of ours sees them. */
@Singleton
class SocketOptions implements HttpServerOptionsCustomizer {
  static final String SUBPROTOCOL = "dakenh.v1";

  private final int frameBytes;

  @Inject
  SocketOptions(LivetalkConfig config) {
    this.frameBytes = config.socket().frameBytes();
  }

  @Override
  public void customizeHttpServer(HttpServerOptions options) {
    options
        .setWebSocketSubProtocols(List.of(SUBPROTOCOL))
        .setMaxWebSocketFrameSize(frameBytes)
        .setMaxWebSocketMessageSize(frameBytes)
        .setPerMessageWebSocketCompressionSupported(false)
        .setPerFrameWebSocketCompressionSupported(false)
        .setRegisterWebSocketWriteHandlers(false);
  }
}
