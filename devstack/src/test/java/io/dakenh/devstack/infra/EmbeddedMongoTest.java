package io.dakenh.devstack.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.nio.file.Path;
import java.time.Duration;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedMongoTest {
  private static final Duration READY = Duration.ofSeconds(60);

  @TempDir Path folder;

  @Test
  void keepsDocumentsThroughRestart() {
    try (EmbeddedMongo server =
        new EmbeddedMongo(
            RuntimeFiles.current(),
            folder.resolve("data"),
            folder.resolve("mongo.log"),
            Ports.free())) {
      server.start();
      server.awaitReady(READY);
      try (MongoClient client = MongoClients.create(server.connectionString())) {
        client
            .getDatabase("config")
            .getCollection("tenant")
            .insertOne(new Document("name", "Hoa Sen"));
      }

      server.stop();
      assertThat(server.ready()).isFalse();
      server.start();
      server.awaitReady(READY);

      try (MongoClient client = MongoClients.create(server.connectionString())) {
        assertThat(
                client
                    .getDatabase("config")
                    .getCollection("tenant")
                    .find(new Document("name", "Hoa Sen"))
                    .first())
            .isNotNull();
      }
    }
  }
}
