package io.dakenh.platform.event;

import io.dakenh.contracts.event.EventType;
import io.dakenh.platform.problem.ProblemException;
import io.dakenh.platform.tenancy.Tenancy;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Receives batches of CloudEvents and applies each event once in effect.
 *
 * <p>A whole batch goes into one transaction together with the ids of its events. If that fails,
 * the events are applied one by one to find the one at fault: a failure that may pass is tried
 * again, with growing pauses and without end, since skipping would lose it; an event that can never
 * be applied goes to the group's dead-letter topic with the reason, and the rest go on. Event types
 * nobody registered for are passed over.
 *
 * <p>Build one per consumer group at start-up with {@link EventInboxes}, register handlers, and
 * call {@link #receive} from the channel.
 */
public final class EventInbox {
  private static final Logger LOG = Logger.getLogger(EventInbox.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private final String group;
  private final InboxTransaction inbox;
  private final DeadLetters deadLetters;
  private final Map<String, Route<?>> routes = new HashMap<>();
  private final CountDownLatch stopping;

  EventInbox(
      String group, InboxTransaction inbox, DeadLetters deadLetters, CountDownLatch stopping) {
    this.group = group;
    this.inbox = inbox;
    this.deadLetters = deadLetters;
    this.stopping = stopping;
  }

  /** One of the three handlers is there. */
  private record Route<T extends Record>(
      EventType<T> type,
      @Nullable EventHandler<T> handler,
      @Nullable Consumer<List<ReceivedEvent<T>>> together,
      @Nullable Consumer<List<ReceivedEvent<?>>> mixed,
      boolean repeatable,
      boolean ofErased) {}

  private record Parsed(
      ConsumerRecord<String, byte[]> message, Route<?> route, ReceivedEvent<?> event) {}

  /** Registers the handler of one event type. */
  public <T extends Record> EventInbox on(EventType<T> type, EventHandler<T> handler) {
    return route(new Route<>(type, handler, null, null, false, false));
  }

  /**
   * Registers the handler of an event that counts even after the business it is of was erased:
   * every time it comes, so that the handler changes nothing when it is given it again.
   */
  public <T extends Record> EventInbox onEvenErased(EventType<T> type, EventHandler<T> handler) {
    return route(new Route<>(type, handler, null, null, true, true));
  }

  /**
   * Registers a handler that takes all events of a type in a batch at once, after the other
   * handlers. They may be of several tenants: the handler is bound to none, and each event names
   * its own.
   */
  public <T extends Record> EventInbox onAll(
      EventType<T> type, Consumer<List<ReceivedEvent<T>>> handler) {
    return route(new Route<>(type, null, handler, null, false, false));
  }

  /**
   * Like {@link #onAll}, for a handler that changes nothing when it is given an event again: the
   * ids of these events are not kept, which spares a row for each.
   */
  public <T extends Record> EventInbox onAllRepeatable(
      EventType<T> type, Consumer<List<ReceivedEvent<T>>> handler) {
    return route(new Route<>(type, null, handler, null, true, false));
  }

  /**
   * Like {@link #onAllRepeatable}, for one handler that takes events of several types together, in
   * the order they came.
   */
  public EventInbox onAllOfRepeatable(
      List<EventType<?>> types, Consumer<List<ReceivedEvent<?>>> handler) {
    types.forEach(type -> route(new Route<>(type, null, null, handler, true, false)));
    return this;
  }

  private EventInbox route(Route<?> route) {
    if (routes.put(route.type().name(), route) != null) {
      throw new IllegalStateException("two handlers for " + route.type());
    }
    return this;
  }

  /**
   * Applies a batch; returns when every event of it is applied, skipped as known, or a dead letter.
   */
  public void receive(ConsumerRecords<String, byte[]> batch) {
    List<Parsed> events = new ArrayList<>(batch.count());
    for (ConsumerRecord<String, byte[]> message : batch) {
      Parsed parsed = parse(message);
      if (parsed != null) {
        events.add(parsed);
      }
    }
    if (events.isEmpty()) {
      return;
    }
    try {
      apply(events);
    } catch (RuntimeException oneOfThem) {
      if (events.size() > 1) {
        LOG.debugf(oneOfThem, "%s: batch of %d failed, applying one by one", group, events.size());
      }
      for (Parsed event : events) {
        applyAlone(event);
      }
    }
  }

  private void applyAlone(Parsed event) {
    Duration pause = FIRST_PAUSE;
    while (true) {
      try {
        apply(List.of(event));
        return;
      } catch (RuntimeException failure) {
        if (!inbox.isTransient(failure)) {
          bury(event.message(), code(failure), failure);
          return;
        }
        LOG.warnf(
            "%s: %s %s waits %d ms: %s",
            group, event.event().type(), event.event().id(), pause.toMillis(), failure.toString());
        pauseOrStop(pause);
        pause = longer(pause);
      }
    }
  }

  private void apply(List<Parsed> events) {
    Map<UUID, Parsed> byId = new LinkedHashMap<>();
    for (Parsed event : events) {
      byId.putIfAbsent(event.event().id(), event);
    }
    Map<UUID, UUID> remembered = new LinkedHashMap<>();
    byId.forEach(
        (id, parsed) -> {
          if (!parsed.route().repeatable()) {
            remembered.put(id, parsed.event().tenantId());
          }
        });
    inbox.apply(group, remembered, fresh -> dispatch(byId, fresh));
  }

  private void dispatch(Map<UUID, Parsed> byId, Set<UUID> fresh) {
    Map<Route<?>, List<ReceivedEvent<?>>> together = new LinkedHashMap<>();
    Map<Consumer<List<ReceivedEvent<?>>>, List<ReceivedEvent<?>>> mixed = new LinkedHashMap<>();
    Set<UUID> erased = erased(byId.values());
    byId.forEach(
        (id, parsed) -> {
          if (parsed.route().repeatable()
              ? !parsed.route().ofErased() && erased.contains(parsed.event().tenantId())
              : !fresh.contains(id)) {
            return;
          }
          Consumer<List<ReceivedEvent<?>>> handler = parsed.route().mixed();
          if (handler != null) {
            mixed.computeIfAbsent(handler, same -> new ArrayList<>()).add(parsed.event());
          } else if (parsed.route().together() == null) {
            dispatch(parsed);
          } else {
            together
                .computeIfAbsent(parsed.route(), route -> new ArrayList<>())
                .add(parsed.event());
          }
        });
    together.forEach(EventInbox::handleTogether);
    mixed.forEach(Consumer::accept);
  }

  /** Erased businesses that events are of which are not remembered. */
  private Set<UUID> erased(Collection<Parsed> events) {
    Set<UUID> tenants = new HashSet<>();
    for (Parsed parsed : events) {
      if (parsed.route().repeatable() && !parsed.route().ofErased()) {
        tenants.add(parsed.event().tenantId());
      }
    }
    return tenants.isEmpty() ? tenants : inbox.erased(tenants);
  }

  private void dispatch(Parsed parsed) {
    ReceivedEvent<?> event = parsed.event();
    Context parent = Traces.extract(parsed.message().headers());
    Span span =
        GlobalOpenTelemetry.getTracer("io.dakenh.platform.event")
            .spanBuilder("process " + event.type())
            .setParent(parent)
            .setSpanKind(SpanKind.CONSUMER)
            .setAttribute("messaging.destination.name", parsed.message().topic())
            .setAttribute("tenantId", event.tenantId().toString())
            .startSpan();
    try (Scope traced = span.makeCurrent();
        MDC.MDCCloseable tenant = MDC.putCloseable("tenantId", event.tenantId().toString());
        MDC.MDCCloseable id = MDC.putCloseable("eventId", event.id().toString())) {
      Tenancy.run(event.tenantId(), () -> handle(parsed.route(), event));
    } catch (RuntimeException failure) {
      span.recordException(failure);
      throw failure;
    } finally {
      span.end();
    }
  }

  private static <T extends Record> void handle(Route<T> route, ReceivedEvent<?> event) {
    Objects.requireNonNull(route.handler()).apply(typed(route, event));
  }

  private static <T extends Record> void handleTogether(
      Route<T> route, List<ReceivedEvent<?>> events) {
    Objects.requireNonNull(route.together())
        .accept(events.stream().map(event -> typed(route, event)).toList());
  }

  private static <T extends Record> ReceivedEvent<T> typed(Route<T> route, ReceivedEvent<?> event) {
    return new ReceivedEvent<>(
        event.id(),
        event.type(),
        event.tenantId(),
        event.occurredAt(),
        route.type().payload().cast(event.payload()));
  }

  /**
   * Null when nobody registered for the type, when there is nothing in the message, or when it went
   * to the dead letters at once.
   */
  private Parsed parse(ConsumerRecord<String, byte[]> message) {
    if (message.value() == null) {
      // Of something that was erased: only the broker, which forgets the key, has to know.
      return null;
    }
    String type = EventHeaders.read(message.headers(), EventHeaders.TYPE);
    Route<?> route = type == null ? null : routes.get(type);
    if (type != null && route == null) {
      return null;
    }
    try {
      if (route == null) {
        throw new IllegalArgumentException("no ce_type header");
      }
      return new Parsed(message, route, read(message, type, route));
    } catch (IOException | RuntimeException unreadable) {
      bury(message, "event-unreadable", unreadable);
      return null;
    }
  }

  private static ReceivedEvent<?> read(
      ConsumerRecord<String, byte[]> message, String type, Route<?> route) throws IOException {
    UUID id = UUID.fromString(required(message, EventHeaders.ID));
    UUID tenantId = UUID.fromString(required(message, EventHeaders.TENANT_ID));
    java.time.Instant time = java.time.Instant.parse(required(message, EventHeaders.TIME));
    Record payload = EventJson.read(message.value(), route.type().payload());
    if (payload == null) {
      throw new IllegalArgumentException("payload is null");
    }
    return new ReceivedEvent<>(id, type, tenantId, time, payload);
  }

  private static String required(ConsumerRecord<String, byte[]> message, String header) {
    String value = EventHeaders.read(message.headers(), header);
    if (value == null) {
      throw new IllegalArgumentException("no " + header + " header");
    }
    return value;
  }

  /** A broker that is away for a moment must not cost us the letter. */
  private void bury(ConsumerRecord<String, byte[]> message, String code, Exception reason) {
    Duration pause = FIRST_PAUSE;
    while (true) {
      try {
        deadLetters.bury(group, message, code, reason);
        return;
      } catch (EventSendException brokerAway) {
        LOG.warnf(
            "%s: dead letter waits %d ms: %s", group, pause.toMillis(), brokerAway.getMessage());
        pauseOrStop(pause);
        pause = longer(pause);
      }
    }
  }

  private static Duration longer(Duration pause) {
    Duration doubled = pause.multipliedBy(2);
    return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
  }

  private static String code(RuntimeException failure) {
    return failure instanceof ProblemException problem ? problem.code() : "event-not-applicable";
  }

  private void pauseOrStop(Duration pause) {
    try {
      if (stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new IllegalStateException("stopping; the event comes again after the restart");
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(
          "stopping; the event comes again after the restart", interrupted);
    }
  }
}
