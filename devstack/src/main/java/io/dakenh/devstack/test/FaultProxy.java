package io.dakenh.devstack.test;

import io.dakenh.devstack.infra.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A bad network between a client and a server: put its address where the server's belongs, then
 * delay, cut or stall. Nothing is random; bytes are never lost, reordered or changed on a
 * connection that lives.
 */
public final class FaultProxy implements AutoCloseable {
  private final InetSocketAddress target;
  private final ServerSocket listener;
  private final Set<ProxiedConnection> connections = ConcurrentHashMap.newKeySet();
  private final Gate gate = new Gate();
  private final AtomicLong delayNanos = new AtomicLong();
  private volatile boolean refusing;

  private FaultProxy(InetSocketAddress target) throws IOException {
    this.target = target;
    this.listener = new ServerSocket(0, 128, InetAddress.ofLiteral(Ports.LOOPBACK));
  }

  /** A proxy to this port of this machine, with nothing wrong yet. */
  public static FaultProxy to(int port) {
    try {
      FaultProxy proxy =
          new FaultProxy(new InetSocketAddress(InetAddress.ofLiteral(Ports.LOOPBACK), port));
      Thread.ofVirtual().name("fault-proxy").start(proxy::accept);
      return proxy;
    } catch (IOException e) {
      throw new UncheckedIOException("could not start the proxy", e);
    }
  }

  /** The port to give to the client. */
  public int port() {
    return listener.getLocalPort();
  }

  /** How many connections are open now. */
  public int open() {
    return connections.size();
  }

  /** From now on every byte arrives this much later, in both directions. */
  public void delay(Duration delay) {
    delayNanos.set(delay.toNanos());
  }

  /** Breaks every connection (reset, no farewell) and refuses new ones until {@link #heal}. */
  public void cut() {
    refusing = true;
    breakAll();
  }

  /**
   * Half-open: connections stay, new ones are taken, and nothing arrives in either direction until
   * {@link #heal}, when what was held back is delivered, or {@link #cut}.
   */
  public void stall() {
    gate.close();
  }

  /** Ends delay, cut and stall. */
  public void heal() {
    delayNanos.set(0);
    refusing = false;
    gate.open();
  }

  private void breakAll() {
    for (ProxiedConnection connection : connections) {
      connection.reset();
    }
  }

  private void accept() {
    while (true) {
      try {
        Socket client = listener.accept();
        if (refusing) {
          ProxiedConnection.reset(client);
        } else {
          connect(client);
        }
      } catch (IOException e) {
        // One client vanished before it was taken; that is no reason to leave the others alone.
        if (listener.isClosed()) {
          return;
        }
      }
    }
  }

  private void connect(Socket client) {
    try {
      Socket server = new Socket();
      server.connect(target);
      ProxiedConnection connection =
          new ProxiedConnection(client, server, gate, delayNanos, connections::remove);
      connections.add(connection);
      connection.start();
      if (refusing) {
        connection.reset();
      }
    } catch (IOException e) {
      // The server is down: the client sees a broken connection, as it would without us.
      ProxiedConnection.reset(client);
    }
  }

  @Override
  public void close() {
    try {
      listener.close();
    } catch (IOException e) {
      throw new UncheckedIOException("could not close the proxy", e);
    }
    gate.open();
    breakAll();
  }
}
