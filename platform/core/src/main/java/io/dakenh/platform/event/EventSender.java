package io.dakenh.platform.event;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Writes events to the broker, all replicas acknowledging, in the order given. Only an outbox relay
 * calls it: code that changes state writes to its outbox in the same transaction instead.
 */
@ApplicationScoped
public class EventSender {
  private static final Duration CLOSE = Duration.ofSeconds(2);

  private final Map<String, Object> settings;
  private final String source;
  private volatile KafkaProducer<String, byte[]> producer;

  @Inject
  EventSender(
      @Identifier("default-kafka-broker") Map<String, Object> broker,
      @ConfigProperty(name = "quarkus.application.name") String application) {
    this.source = "/" + application;
    this.settings = new HashMap<>(broker);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 15_000);
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000);
    settings.put(ProducerConfig.CLIENT_ID_CONFIG, application + "-events");
  }

  /**
   * Sends the events and returns once the broker has all of them.
   *
   * @throws EventSendException when one was not acknowledged; the caller keeps them all and tries
   *     again
   */
  public void send(List<OutgoingEvent> events) {
    List<Future<RecordMetadata>> pending = new ArrayList<>(events.size());
    try {
      for (OutgoingEvent event : events) {
        pending.add(producer().send(message(event)));
      }
      for (Future<RecordMetadata> acknowledged : pending) {
        acknowledged.get();
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new EventSendException("interrupted while sending", stopping);
    } catch (ExecutionException | RuntimeException failed) {
      throw new EventSendException("the broker did not take the events", failed);
    }
  }

  /** Sends one message as it is, for dead letters. */
  void sendRaw(ProducerRecord<String, byte[]> message) {
    try {
      producer().send(message).get();
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new EventSendException("interrupted while sending", stopping);
    } catch (ExecutionException | RuntimeException failed) {
      throw new EventSendException("the broker did not take the dead letter", failed);
    }
  }

  void close(@Observes @Priority(10_000) ShutdownEvent stopping) {
    KafkaProducer<String, byte[]> open = producer;
    if (open != null) {
      open.close(CLOSE);
    }
  }

  private ProducerRecord<String, byte[]> message(OutgoingEvent event) {
    String payload = event.payload();
    ProducerRecord<String, byte[]> message =
        new ProducerRecord<>(
            event.topic(),
            event.key(),
            payload == null ? null : payload.getBytes(StandardCharsets.UTF_8));
    Headers headers = message.headers();
    EventHeaders.write(headers, EventHeaders.SPEC_VERSION, "1.0");
    EventHeaders.write(headers, EventHeaders.ID, event.id().toString());
    EventHeaders.write(headers, EventHeaders.SOURCE, source);
    EventHeaders.write(headers, EventHeaders.TYPE, event.type());
    EventHeaders.write(headers, EventHeaders.SUBJECT, event.key());
    EventHeaders.write(headers, EventHeaders.TIME, event.occurredAt().toString());
    EventHeaders.write(headers, EventHeaders.TENANT_ID, event.tenantId().toString());
    EventHeaders.write(headers, EventHeaders.CONTENT_TYPE, "application/json");
    EventHeaders.write(headers, EventHeaders.TRACE_PARENT, event.traceParent());
    EventHeaders.write(
        headers,
        EventHeaders.CAUSATION_ID,
        event.causationId() == null ? null : event.causationId().toString());
    return message;
  }

  /** Opened at the first use: a broker that is away must not keep a service from starting. */
  private KafkaProducer<String, byte[]> producer() {
    KafkaProducer<String, byte[]> open = producer;
    if (open == null) {
      synchronized (this) {
        open = producer;
        if (open == null) {
          open = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
          producer = open;
        }
      }
    }
    return open;
  }
}
