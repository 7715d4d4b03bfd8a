package io.dakenh.devstack.test;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.dakenh.contracts.event.EventType;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/**
 * Puts CloudEvents on the real broker as another service would, and sees what was put there. It
 * reads each topic from its beginning and belongs to no consumer group, so it disturbs nobody; tell
 * your events from others by the tenant. Use it from one thread and close it.
 */
public final class EventProbe implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private final String bootstrapServers;
  private final KafkaProducer<String, byte @Nullable []> producer;
  private final KafkaConsumer<String, byte @Nullable []> consumer;
  private final Set<String> watched = new HashSet<>();
  private final List<ProbedEvent> seen = new ArrayList<>();

  private EventProbe(String bootstrapServers) {
    this.bootstrapServers = bootstrapServers;
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrapServers, "acks", "all", "linger.ms", 0),
            new StringSerializer(),
            new ByteArraySerializer());
    this.consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", bootstrapServers, "enable.auto.commit", false),
            new StringDeserializer(),
            new ByteArrayDeserializer());
  }

  /** On the broker the tests of this JVM share. */
  public static EventProbe connect() {
    return connect(SharedInfrastructure.kafkaBootstrapServers());
  }

  /** On any broker. */
  public static EventProbe connect(String bootstrapServers) {
    return new EventProbe(bootstrapServers);
  }

  /** Puts an event there with a new id and returns the id. */
  public <T extends Record> UUID publish(EventType<T> type, String key, UUID tenantId, T payload) {
    UUID id = UUID.randomUUID();
    publish(id, type, key, tenantId, payload);
    return id;
  }

  /** Puts an event there with a chosen id: the same one again is a duplicate delivery. */
  public <T extends Record> void publish(
      UUID id, EventType<T> type, String key, UUID tenantId, T payload) {
    try {
      publish(
          type.topic().topicName(),
          key,
          headers(id, type.name(), key, tenantId),
          JSON.writeValueAsString(payload));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not a payload: " + payload.getClass(), e);
    }
  }

  /** Puts anything there: unknown types, missing headers, broken JSON, a tombstone. */
  public void publish(
      String topic, @Nullable String key, Map<String, String> headers, @Nullable String json) {
    ProducerRecord<String, byte @Nullable []> item =
        new ProducerRecord<>(
            topic, key, json == null ? null : json.getBytes(StandardCharsets.UTF_8));
    headers.forEach(
        (name, value) -> item.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
    waitFor(producer.send(item), "the broker did not take an event of " + topic);
  }

  /** The headers a well-formed event of a type carries. */
  public static Map<String, String> headers(UUID id, String type, String subject, UUID tenantId) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("ce_specversion", "1.0");
    headers.put("ce_id", id.toString());
    headers.put("ce_source", "/event-probe");
    headers.put("ce_type", type);
    headers.put("ce_subject", subject);
    headers.put("ce_time", Instant.now().toString());
    headers.put("ce_tenantid", tenantId.toString());
    headers.put("content-type", "application/json");
    return headers;
  }

  /** Waits for the tenant's first event of the type whose payload fits. */
  public <T extends Record> T await(EventType<T> type, UUID tenantId, Predicate<T> fits) {
    ProbedEvent found =
        await(
            type.topic().topicName(),
            event -> isOf(event, type, tenantId) && fits.test(payload(event, type)));
    return payload(found, type);
  }

  /** Waits for the first record of the topic that fits. */
  public ProbedEvent await(String topic, Predicate<ProbedEvent> fits) {
    return Awaitility.await("an event on " + topic)
        .atMost(PATIENCE)
        .pollInSameThread()
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(1))
        .until(() -> first(topic, fits), Optional::isPresent)
        .orElseThrow();
  }

  /** Every event of the type and tenant that is on the broker now, oldest first. */
  public <T extends Record> List<T> present(EventType<T> type, UUID tenantId) {
    return present(type.topic().topicName(), event -> isOf(event, type, tenantId)).stream()
        .map(event -> payload(event, type))
        .toList();
  }

  /** Every record of the topic that is on the broker now and fits, oldest first. */
  public List<ProbedEvent> present(String topic, Predicate<ProbedEvent> fits) {
    watch(topic);
    Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
    Awaitility.await("the end of " + topic)
        .atMost(PATIENCE)
        .pollInSameThread()
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(1))
        .until(
            () -> {
              poll();
              return ends.entrySet().stream()
                  .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
            });
    return seen.stream().filter(event -> event.topic().equals(topic)).filter(fits).toList();
  }

  private static boolean isOf(ProbedEvent event, EventType<?> type, UUID tenantId) {
    return type.name().equals(event.type()) && event.of(tenantId);
  }

  private static <T extends Record> T payload(ProbedEvent event, EventType<T> type) {
    try {
      return JSON.readValue(event.json(), type.payload());
    } catch (JsonProcessingException e) {
      throw new AssertionError("an event of type " + type + " does not parse: " + event, e);
    }
  }

  private Optional<ProbedEvent> first(String topic, Predicate<ProbedEvent> fits) {
    watch(topic);
    poll();
    return seen.stream().filter(event -> event.topic().equals(topic)).filter(fits).findFirst();
  }

  private void poll() {
    for (ConsumerRecord<String, byte @Nullable []> item : consumer.poll(Duration.ofMillis(50))) {
      Map<String, String> headers = new HashMap<>();
      for (Header header : item.headers()) {
        headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
      }
      byte[] value = item.value();
      seen.add(
          new ProbedEvent(
              item.topic(),
              item.key(),
              headers,
              value == null ? null : new String(value, StandardCharsets.UTF_8)));
    }
  }

  private void watch(String topic) {
    if (!watched.add(topic)) {
      return;
    }
    ensureTopic(topic);
    List<TopicPartition> all = new ArrayList<>(consumer.assignment());
    List<TopicPartition> added = new ArrayList<>();
    for (PartitionInfo partition : consumer.partitionsFor(topic)) {
      added.add(new TopicPartition(topic, partition.partition()));
    }
    all.addAll(added);
    consumer.assign(all);
    consumer.seekToBeginning(added);
  }

  private void ensureTopic(String topic) {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
      admin
          .createTopics(List.of(new NewTopic(topic, Optional.empty(), Optional.empty())))
          .all()
          .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw new IllegalStateException("could not make topic " + topic, e);
      }
    } catch (TimeoutException e) {
      throw new IllegalStateException("could not make topic " + topic, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while making topic " + topic, e);
    }
  }

  private static void waitFor(Future<?> future, String failure) {
    try {
      future.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException(failure, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(failure, e);
    }
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(5));
    consumer.close();
  }
}
