package io.dakenh.benchmarks.routing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.dakenh.contracts.event.EventType;
import io.dakenh.devstack.test.EventProbe;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiConsumer;
import java.util.function.ObjLongConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Puts events on the broker without waiting for each, and tells when others arrive. */
public final class EventWire implements AutoCloseable {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private final String brokers;
  private final KafkaProducer<String, byte[]> producer;

  /** To these brokers. */
  public EventWire(String brokers) {
    this.brokers = brokers;
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", brokers, "acks", "1", "linger.ms", 0),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  /** Puts an event on its way. */
  public <T extends Record> void publish(EventType<T> type, UUID key, UUID tenantId, T payload) {
    try {
      ProducerRecord<String, byte[]> item =
          new ProducerRecord<>(
              type.topic().topicName(), key.toString(), JSON.writeValueAsBytes(payload));
      EventProbe.headers(UUID.randomUUID(), type.name(), key.toString(), tenantId)
          .forEach(
              (name, value) -> item.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
      producer.send(item);
    } catch (JsonProcessingException wrong) {
      throw new IllegalArgumentException("not a payload: " + payload.getClass(), wrong);
    }
  }

  /** Waits until all are there. */
  public void flush() {
    producer.flush();
  }

  /** Hears every event of a type from now on, with the moment it was received, until closed. */
  <T extends Record> Ears hear(EventType<T> type, ObjLongConsumer<T> listener) {
    return new Ears(
        brokers,
        type.topic().topicName(),
        (item, at) -> {
          if (type.name().equals(header(item))) {
            try {
              listener.accept(JSON.readValue(item.value(), type.payload()), at);
            } catch (IOException unreadable) {
              throw new UncheckedIOException(unreadable);
            }
          }
        });
  }

  private static String header(ConsumerRecord<String, byte[]> item) {
    return new String(item.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    producer.close();
  }

  /** A consumer with its thread; it has its place in the topic when the constructor returns. */
  static final class Ears implements AutoCloseable {
    private final KafkaConsumer<String, byte[]> consumer;
    private final Thread thread;

    private Ears(
        String brokers, String topic, BiConsumer<ConsumerRecord<String, byte[]>, Long> listener) {
      consumer =
          new KafkaConsumer<>(
              Map.of("bootstrap.servers", brokers, "enable.auto.commit", false),
              new StringDeserializer(),
              new ByteArrayDeserializer());
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(each -> new TopicPartition(topic, each.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToEnd(partitions);
      partitions.forEach(consumer::position);
      CountDownLatch begun = new CountDownLatch(1);
      thread =
          Thread.ofPlatform()
              .daemon()
              .name("ears-" + topic)
              .start(
                  () -> {
                    begun.countDown();
                    listen(listener);
                  });
      try {
        begun.await();
      } catch (InterruptedException stopping) {
        Thread.currentThread().interrupt();
      }
    }

    private void listen(BiConsumer<ConsumerRecord<String, byte[]>, Long> listener) {
      try {
        while (true) {
          for (ConsumerRecord<String, byte[]> item : consumer.poll(Duration.ofSeconds(1))) {
            listener.accept(item, System.nanoTime());
          }
        }
      } catch (WakeupException closing) {
        consumer.close();
      }
    }

    @Override
    public void close() {
      consumer.wakeup();
      try {
        thread.join();
      } catch (InterruptedException stopping) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
