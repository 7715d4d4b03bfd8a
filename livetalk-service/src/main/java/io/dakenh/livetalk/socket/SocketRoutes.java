package io.dakenh.livetalk.socket;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dakenh.livetalk.LivetalkConfig;
import io.dakenh.livetalk.delivery.Attendance;
import io.dakenh.livetalk.party.Party;
import io.dakenh.livetalk.party.PartyKind;
import io.dakenh.livetalk.presence.AgentPresence;
import io.dakenh.platform.problem.Problem;
import io.dakenh.platform.problem.ProblemException;
import io.dakenh.platform.problem.ProblemKind;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.WebSocketFrame;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Upgrades requests to sockets. The token is checked and the first frame is made before the upgrade
 * is answered, so that whatever is wrong is told by an ordinary HTTP answer.
 */
@ApplicationScoped
class SocketRoutes {
  private static final Logger LOG = Logger.getLogger(SocketRoutes.class);
  private static final String TOKEN = "token.";
  private static final int CATCH_UP_SECONDS = 30;

  private final SocketAuthentication authentication;
  private final Greeting greeting;
  private final Attendance attendance;
  private final AgentPresence presence;
  private final ConnectionRegistry registry;
  private final FrameDispatcher dispatcher;
  private final SocketDrain drain;
  private final ObjectMapper json;
  private final LivetalkConfig.Socket config;
  private final SocketLimits limits;

  @Inject
  SocketRoutes(
      SocketAuthentication authentication,
      Greeting greeting,
      Attendance attendance,
      AgentPresence presence,
      ConnectionRegistry registry,
      FrameDispatcher dispatcher,
      SocketDrain drain,
      ObjectMapper json,
      LivetalkConfig config) {
    this.authentication = authentication;
    this.greeting = greeting;
    this.attendance = attendance;
    this.presence = presence;
    this.registry = registry;
    this.dispatcher = dispatcher;
    this.drain = drain;
    this.json = json;
    this.config = config.socket();
    this.limits =
        new SocketLimits(
            this.config.framesInFlight(), this.config.malformedFrames(), CATCH_UP_SECONDS);
  }

  void register(@Observes Router router) {
    router.get("/ws/visitor").handler(request -> upgrade(request, PartyKind.VISITOR));
    router.get("/ws/agent").handler(request -> upgrade(request, PartyKind.AGENT));
    router
        .route("/ws/*")
        .handler(
            request ->
                refuse(
                    request.request(),
                    ProblemException.of(
                        ProblemKind.NOT_FOUND, "not-found", "There is no such endpoint.")));
  }

  private void upgrade(RoutingContext routing, PartyKind kind) {
    HttpServerRequest request = routing.request();
    String token;
    try {
      token = token(request);
    } catch (ProblemException refused) {
      refuse(request, refused);
      return;
    }
    request.pause();
    var loop = routing.vertx().getOrCreateContext();
    Thread.ofVirtual()
        .name("socket-upgrade")
        .start(
            () -> {
              try {
                Opening opening = open(kind, token);
                loop.runOnContext(ready -> upgrade(request, opening));
              } catch (ProblemException refused) {
                loop.runOnContext(ready -> refuse(request, refused));
              } catch (RuntimeException unexpected) {
                LOG.error("unexpected failure of an upgrade", unexpected);
                loop.runOnContext(ready -> refuse(request, unexpected()));
              }
            });
  }

  private static ProblemException unexpected() {
    return ProblemException.of(
        ProblemKind.INTERNAL, "internal-error", "Something went wrong on our side.");
  }

  private record Opening(SocketConnection connection, String ready) {}

  /** Registered first, read second: what happens in between is pushed after the first frame. */
  private Opening open(PartyKind kind, String token) {
    SocketAuthentication.Session session = authentication.authenticate(kind, token);
    SocketConnection connection =
        new SocketConnection(session.party(), session.endsAtSecond(), limits);
    registry.add(connection);
    try {
      // Also for a second socket: the first one's coming may not be known everywhere yet.
      attendance.arrived(connection.party().key());
      return new Opening(connection, greeting.of(connection));
    } catch (RuntimeException failed) {
      remove(connection);
      throw failed;
    }
  }

  private void remove(SocketConnection connection) {
    connection.gone();
    if (registry.remove(connection)) {
      attendance.left(connection.party().key());
    }
  }

  private void upgrade(HttpServerRequest request, Opening opening) {
    SocketConnection connection = opening.connection();
    request
        .toWebSocket()
        .onSuccess(socket -> listen(socket, connection, opening.ready()))
        .onFailure(
            gone -> {
              remove(connection);
              LOG.debugf("no upgrade: %s", gone.getMessage());
            });
  }

  private void listen(ServerWebSocket socket, SocketConnection connection, String ready) {
    FrameAssembler assembler = new FrameAssembler(config.frameBytes());
    socket.setWriteQueueMaxSize(config.outboundBytes());
    socket.frameHandler(frame -> received(connection, assembler, frame));
    // The only failure of reading that has a code of its own is a frame beyond the limit.
    socket.exceptionHandler(
        failed -> {
          if (failed instanceof io.netty.handler.codec.CorruptedFrameException) {
            connection.close(CloseCode.FRAME_TOO_LARGE);
          }
        });
    socket.closeHandler(closed -> closed(connection));
    connection.start(socket, ready);
    Party party = connection.party();
    if (!party.visitor()) {
      connection.inOrder(() -> presence.connected(party));
    }
  }

  private void received(
      SocketConnection connection, FrameAssembler assembler, WebSocketFrame frame) {
    connection.heard();
    switch (assembler.next(frame)) {
      case FrameAssembler.Result.Text whole -> dispatcher.received(connection, whole.text());
      case FrameAssembler.Result.TooLarge tooLarge -> connection.close(CloseCode.FRAME_TOO_LARGE);
      case FrameAssembler.Result.NotText notText -> dispatcher.malformed(connection);
      case FrameAssembler.Result.Nothing nothing -> {
        // A fragment, or a control frame the server answers by itself.
      }
    }
  }

  private void closed(SocketConnection connection) {
    remove(connection);
    Party party = connection.party();
    if (!party.visitor()) {
      connection.inOrder(() -> presence.disconnected(party));
    }
  }

  private String token(HttpServerRequest request) {
    if (drain.draining()) {
      throw ProblemException.unavailable(
          "draining", "This server is about to stop; try again in a moment.", null);
    }
    if (!HttpHeaderValues.WEBSOCKET.contentEqualsIgnoreCase(
        request.getHeader(HttpHeaderNames.UPGRADE))) {
      throw ProblemException.of(
          ProblemKind.INVALID, "upgrade-required", "This endpoint speaks WebSocket only.");
    }
    List<String> protocols = protocols(request.getHeader(HttpHeaderNames.SEC_WEBSOCKET_PROTOCOL));
    String token =
        protocols.stream()
            .filter(protocol -> protocol.startsWith(TOKEN))
            .findFirst()
            .map(protocol -> protocol.substring(TOKEN.length()))
            .orElse("");
    if (token.isEmpty()) {
      throw ProblemException.of(ProblemKind.UNAUTHENTICATED, "token-missing", "Sign in first.");
    }
    if (!protocols.contains(SocketOptions.SUBPROTOCOL)) {
      throw ProblemException.of(
          ProblemKind.INVALID,
          "subprotocol-required",
          "Ask for " + SocketOptions.SUBPROTOCOL + ".");
    }
    return token;
  }

  private static List<String> protocols(@Nullable String header) {
    return header == null
        ? List.of()
        : Arrays.stream(header.split(",", -1)).map(String::strip).toList();
  }

  private void refuse(HttpServerRequest request, ProblemException refused) {
    HttpServerResponse response =
        request
            .response()
            .setStatusCode(refused.kind().status())
            .putHeader(HttpHeaderNames.CONTENT_TYPE, Problem.MEDIA_TYPE);
    if (refused.retryAfter() != null) {
      response.putHeader(
          HttpHeaderNames.RETRY_AFTER,
          Long.toString(Math.max(1, refused.retryAfter().toSeconds())));
    }
    try {
      response.end(json.writeValueAsString(Problem.of(refused, request.path())));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("cannot write a problem", impossible);
    }
  }
}
