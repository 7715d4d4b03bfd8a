package io.dakenh.platform.event;

import io.dakenh.contracts.event.Topic;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.Span;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jboss.logging.Logger;

/**
 * Puts events that can never be applied on {@code <group>.<topic>.dlq}, unchanged, with the reason
 * in headers: {@code problem-code}, {@code problem-detail}, {@code trace-id}, {@code
 * original-topic}, {@code original-partition}, {@code original-offset}.
 */
@Singleton
public class DeadLetters {
  private static final Logger LOG = Logger.getLogger(DeadLetters.class);

  private final Consumer<ProducerRecord<String, byte[]>> broker;
  private final MeterRegistry meters;

  @Inject
  DeadLetters(EventSender sender, MeterRegistry meters) {
    this(sender::sendRaw, meters);
  }

  DeadLetters(Consumer<ProducerRecord<String, byte[]>> broker, MeterRegistry meters) {
    this.broker = broker;
    this.meters = meters;
  }

  void bury(String group, ConsumerRecord<String, byte[]> message, String code, Throwable reason) {
    LOG.errorf(
        reason,
        "%s: dead letter %s from %s-%d@%d",
        group,
        code,
        message.topic(),
        message.partition(),
        message.offset());
    ProducerRecord<String, byte[]> letter =
        new ProducerRecord<>(name(group, message.topic()), message.key(), message.value());
    Headers headers = letter.headers();
    message.headers().forEach(headers::add);
    EventHeaders.write(headers, "problem-code", code);
    EventHeaders.write(headers, "problem-detail", String.valueOf(reason.getMessage()));
    EventHeaders.write(headers, "trace-id", Span.current().getSpanContext().getTraceId());
    EventHeaders.write(headers, "original-topic", message.topic());
    EventHeaders.write(headers, "original-partition", Integer.toString(message.partition()));
    EventHeaders.write(headers, "original-offset", Long.toString(message.offset()));
    broker.accept(letter);
    meters.counter("dakenh.events.dead", "group", group, "topic", message.topic()).increment();
  }

  private static String name(String group, String topicName) {
    Optional<Topic> known =
        Arrays.stream(Topic.values()).filter(t -> t.topicName().equals(topicName)).findFirst();
    return known.map(t -> t.deadLetterName(group)).orElse(group + "." + topicName + ".dlq");
  }
}
