package io.dakenh.devstack.simulator.core;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** What the simulated providers share. */
public final class World implements AutoCloseable {
  private final SimClock clock = new SimClock();
  private final Journal journal = new Journal();
  private final FaultRules faults = new FaultRules();
  private final Files files = new Files();
  private final Deliverer deliverer = new Deliverer(clock, journal);
  private final Map<String, String> settings = new ConcurrentHashMap<>();
  private final AtomicLong ids = new AtomicLong(System.currentTimeMillis() * 1000);

  /** The providers' time. */
  public SimClock clock() {
    return clock;
  }

  /** What happened. */
  public Journal journal() {
    return journal;
  }

  /** What goes wrong. */
  public FaultRules faults() {
    return faults;
  }

  /** Content servers. */
  public Files files() {
    return files;
  }

  /** Who delivers. */
  public Deliverer deliverer() {
    return deliverer;
  }

  /** What the app's owner entered in the dashboards: addresses. */
  public Map<String, String> settings() {
    return settings;
  }

  /** A number nobody had before. */
  public String nextId() {
    return Long.toString(ids.incrementAndGet());
  }

  /** Remembers a request. */
  public void asked(Request request, int status) {
    journal.asked(request, status);
  }

  /** An empty JSON object. */
  public static ObjectNode object() {
    return Request.JSON.createObjectNode();
  }

  @Override
  public void close() {
    deliverer.close();
  }
}
