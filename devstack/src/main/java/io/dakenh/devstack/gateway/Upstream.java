package io.dakenh.devstack.gateway;

import io.vertx.core.net.SocketAddress;
import java.util.concurrent.atomic.AtomicInteger;

/** One replica of a part: whether it answers, and how many sockets it holds by this gateway. */
final class Upstream {
  private final SocketAddress address;
  private final AtomicInteger sockets = new AtomicInteger();
  private volatile boolean up = true;

  Upstream(SocketAddress address) {
    this.address = address;
  }

  SocketAddress address() {
    return address;
  }

  boolean up() {
    return up;
  }

  /** It takes new work, or should not get any. */
  void up(boolean ready) {
    up = ready;
  }

  int sockets() {
    return sockets.get();
  }

  void socketOpened() {
    sockets.incrementAndGet();
  }

  void socketClosed() {
    sockets.decrementAndGet();
  }
}
