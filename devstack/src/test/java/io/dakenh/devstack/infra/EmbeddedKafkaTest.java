package io.dakenh.devstack.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedKafkaTest {
  private static final Duration READY = Duration.ofSeconds(60);
  private static final String TOPIC = "probe.note.v1";

  @TempDir Path folder;

  @Test
  void keepsRecordsThroughRestartAndKill() throws Exception {
    try (EmbeddedKafka broker =
        new EmbeddedKafka(
            RuntimeFiles.current(),
            folder.resolve("data"),
            folder.resolve("kafka.log"),
            Ports.free(),
            Ports.free())) {
      broker.start();
      broker.awaitReady(READY);
      produce(broker, "một");

      broker.stop();
      assertThat(broker.ready()).isFalse();
      broker.start();
      broker.awaitReady(READY);
      produce(broker, "hai");

      ProcessHandle process = ProcessHandle.of(broker.pid().orElseThrow()).orElseThrow();
      process.destroyForcibly();
      process.onExit().get(10, TimeUnit.SECONDS);
      broker.start();
      broker.awaitReady(READY);

      assertThat(consume(broker, 2)).containsExactly("một", "hai");
    }
  }

  private static void produce(KafkaBackend broker, String value) throws Exception {
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(
            Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                broker.bootstrapServers(),
                ProducerConfig.ACKS_CONFIG,
                "all"),
            new StringSerializer(),
            new StringSerializer())) {
      producer.send(new ProducerRecord<>(TOPIC, value)).get(30, TimeUnit.SECONDS);
    }
  }

  private static List<String> consume(KafkaBackend broker, int count) {
    List<String> values = new java.util.ArrayList<>();
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(
            Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers()),
            new StringDeserializer(),
            new StringDeserializer())) {
      List<TopicPartition> partitions = List.of(new TopicPartition(TOPIC, 0));
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      for (int poll = 0; poll < 30 && values.size() < count; poll++) {
        for (ConsumerRecord<String, String> item : consumer.poll(Duration.ofSeconds(1))) {
          values.add(item.value());
        }
      }
    }
    return values;
  }
}
