package io.dakenh.livetalk.replica;

import io.dakenh.livetalk.LivetalkConfig;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How replicas find and trust each other.
 *
 * @param addresses {@code host:port} of the others; a name may stand for many of them
 * @param host and port: where this one is dialled
 * @param queueBytes what may wait for a slow peer
 * @param silence after which a stream counts as lost
 */
record PeerSettings(
    List<String> addresses,
    String host,
    int port,
    String secret,
    Duration lookup,
    Duration silence,
    long queueBytes) {

  /**
   * As configured; empty where this replica is alone.
   *
   * @throws IllegalArgumentException naming the key that is missing or wrong
   */
  static Optional<PeerSettings> of(LivetalkConfig config) {
    LivetalkConfig.Peer peer = config.peer();
    if (config.peers().isEmpty()) {
      return Optional.empty();
    }
    config.peers().get().forEach(PeerSettings::check);
    String secret =
        peer.secret()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "dakenh.livetalk.peers needs dakenh.livetalk.peer.secret, which all replicas share"));
    return Optional.of(
        new PeerSettings(
            config.peers().get(),
            peer.host(),
            peer.port(),
            secret,
            peer.lookup(),
            peer.silence(),
            peer.queueBytes()));
  }

  private static void check(String address) {
    int colon = address.lastIndexOf(':');
    int port = colon < 1 ? 0 : Integer.parseInt(address.substring(colon + 1));
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException(
          "dakenh.livetalk.peers: '" + address + "' is not host:port");
    }
  }
}
