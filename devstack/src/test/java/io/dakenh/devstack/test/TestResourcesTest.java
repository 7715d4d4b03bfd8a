package io.dakenh.devstack.test;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class TestResourcesTest {
  @Test
  void eachApplicationGetsADatabaseOfItsOwn() throws Exception {
    Map<String, String> first = postgres();
    Map<String, String> second = postgres();

    execute(first, "create extension unaccent; create table mine (id int)");

    assertThat(single(first, "select unaccent('Nguyễn Văn Đông')")).isEqualTo("Nguyen Van Dong");
    assertThat(single(second, "select to_regclass('mine')")).isNull();
    assertThat(single(second, "select rolsuper::text from pg_roles where rolname = current_user"))
        .isEqualTo("false");
    assertThat(first).doesNotContainKey("quarkus.datasource.reactive.url");
  }

  @Test
  void namesTheReactiveAddressWhenAsked() {
    PostgresTestResource resource = new PostgresTestResource();
    resource.init(Map.of("database", "live-talk", "reactive", "true"));

    assertThat(resource.start().get("quarkus.datasource.reactive.url"))
        .matches("postgresql://127\\.0\\.0\\.1:\\d+/live_talk_[0-9a-f]{8}");
  }

  @Test
  void mongoAnswers() {
    Map<String, String> settings = new MongoTestResource().start();

    try (MongoClient client =
        MongoClients.create(settings.get("quarkus.mongodb.connection-string"))) {
      client
          .getDatabase(settings.get("quarkus.mongodb.database"))
          .getCollection("c")
          .insertOne(new Document("k", 1));
      assertThat(
              client
                  .getDatabase(settings.get("quarkus.mongodb.database"))
                  .getCollection("c")
                  .countDocuments())
          .isEqualTo(1);
    }
  }

  @Test
  void kafkaAndIdentityAreNamed() {
    assertThat(new KafkaTestResource().start())
        .containsEntry("kafka.bootstrap.servers", SharedInfrastructure.kafkaBootstrapServers());
    assertThat(new IdentityTestResource().start().get("quarkus.oidc.auth-server-url"))
        .endsWith("/realms/dakenh");
  }

  private static Map<String, String> postgres() {
    PostgresTestResource resource = new PostgresTestResource();
    resource.init(Map.of("database", "probe"));
    return resource.start();
  }

  private static void execute(Map<String, String> settings, String sql) throws Exception {
    try (Connection connection = connect(settings);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String single(Map<String, String> settings, String sql) throws Exception {
    try (Connection connection = connect(settings);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private static Connection connect(Map<String, String> settings) throws Exception {
    return DriverManager.getConnection(
        settings.get("quarkus.datasource.jdbc.url"),
        settings.get("quarkus.datasource.username"),
        settings.get("quarkus.datasource.password"));
  }
}
