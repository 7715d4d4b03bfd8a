package io.dakenh.devstack.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dakenh.devstack.infra.EmbeddedPostgres.Durability;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.testcontainers.containers.GenericContainer;

class InfrastructureTest {
  private static final List<String> SETTINGS =
      List.of(
          "SUITE_POSTGRES_URL",
          "SUITE_KAFKA_BOOTSTRAP_SERVERS",
          "SUITE_MONGO_URL",
          "SUITE_POSTGRES_IMAGE");

  @TempDir Path folder;

  @AfterEach
  void forget() {
    SETTINGS.forEach(System::clearProperty);
  }

  @ParameterizedTest
  @CsvSource({"embedded,EMBEDDED", "Containers,CONTAINERS", " external ,EXTERNAL"})
  void readsTheModeAsPeopleWriteIt(String text, InfraMode mode) {
    assertThat(InfraMode.parse(text)).isEqualTo(mode);
  }

  @Test
  void namesTheModesWhenItDoesNotKnowOne() {
    assertThatThrownBy(() -> InfraMode.parse("docker"))
        .hasMessageContaining("embedded, containers or external");
  }

  @Test
  void externalServersAreNamedByTheirAddresses() {
    System.setProperty("SUITE_POSTGRES_URL", "postgresql://dba:p%40ss@db.example:6432");
    System.setProperty("SUITE_KAFKA_BOOTSTRAP_SERVERS", "k1.example:9092,k2.example:9092");
    System.setProperty("SUITE_MONGO_URL", "mongodb://u:p@m1.example:27018,m2.example/?tls=true");
    Infrastructure external = infrastructure(InfraMode.EXTERNAL);

    PostgresBackend postgres = external.postgres(Durability.SAFE);

    assertThat(postgres.jdbcUrl("routing")).isEqualTo("jdbc:postgresql://db.example:6432/routing");
    assertThat(postgres.username()).isEqualTo("dba");
    assertThat(postgres.password()).isEqualTo("p@ss");
    assertThat(external.kafka().bootstrapServers()).isEqualTo("k1.example:9092,k2.example:9092");
    assertThat(external.mongo().connectionString())
        .isEqualTo("mongodb://u:p@m1.example:27018,m2.example/?tls=true");
    assertThat(((ExternalMongo) external.mongo()).firstServer()).isEqualTo("m1.example:27018");
  }

  @Test
  void anExternalServerWithoutAnAddressSaysWhatToSet() {
    Infrastructure external = infrastructure(InfraMode.EXTERNAL);

    assertThatThrownBy(external::kafka).hasMessageContaining("SUITE_KAFKA_BOOTSTRAP_SERVERS");
    assertThatThrownBy(external::mongo).hasMessageContaining("SUITE_MONGO_URL");
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgresql://db.example", "db.example:5432", "postgresql://dba@h"})
  void refusesAnExternalPostgresItCannotUse(String url) {
    System.setProperty("SUITE_POSTGRES_URL", url);

    assertThatThrownBy(() -> infrastructure(InfraMode.EXTERNAL).postgres(Durability.SAFE))
        .isInstanceOf(InfraException.class)
        .hasMessageContaining("postgresql://user:password@host:5432");
  }

  @Test
  void anExternalServerThatIsSilentIsNamedWithoutItsPassword() {
    System.setProperty("SUITE_POSTGRES_URL", "postgresql://dba:secret@127.0.0.1:" + Ports.free());
    PostgresBackend postgres = infrastructure(InfraMode.EXTERNAL).postgres(Durability.SAFE);
    postgres.start();

    assertThatThrownBy(() -> postgres.awaitReady(Duration.ofMillis(300)))
        .isInstanceOf(InfraException.class)
        .hasMessageContaining("127.0.0.1")
        .hasMessageNotContaining("secret");
  }

  @Test
  void containersUseTheChosenImageAndPort() {
    System.setProperty("SUITE_POSTGRES_IMAGE", "registry.example/postgres:18.3");
    ContainerPostgres postgres =
        (ContainerPostgres) infrastructure(InfraMode.CONTAINERS).postgres(15_432, Durability.SAFE);

    GenericContainer<?> described = postgres.describe();

    assertThat(postgres.image()).isEqualTo("registry.example/postgres:18.3");
    assertThat(described.getPortBindings()).containsExactly("15432:5432/tcp");
    assertThat(described.getEnvMap()).containsEntry("POSTGRES_PASSWORD", postgres.password());
    assertThat(described.getCommandParts())
        .contains("shared_preload_libraries=pg_stat_statements")
        .doesNotContain("fsync=off");
    assertThat(postgres.volume())
        .hasValueSatisfying(name -> assertThat(name).startsWith("dakenh-postgres-"));
  }

  @Test
  void theBrokerInAContainerAdvertisesThePortOfThisMachine() {
    ContainerKafka kafka =
        (ContainerKafka) infrastructure(InfraMode.CONTAINERS).kafka(19_092, 19_093);

    assertThat(kafka.describe().getEnvMap())
        .containsEntry("KAFKA_ADVERTISED_LISTENERS", "PLAINTEXT://127.0.0.1:19092")
        .containsEntry("KAFKA_PROCESS_ROLES", "broker,controller");
    assertThat(kafka.image()).isEqualTo("apache/kafka:4.1.1");
  }

  @Test
  void throwawayContainersLeaveNoVolume() {
    ContainerMongo mongo =
        (ContainerMongo)
            Infrastructure.throwaway(InfraMode.CONTAINERS, new RuntimeFiles(folder), folder, folder)
                .mongo(17_017);

    assertThat(mongo.volume()).isEmpty();
    assertThat(mongo.connectionString()).isEqualTo("mongodb://127.0.0.1:17017");
    assertThat(mongo.describe().getPortBindings()).containsExactly("17017:27017/tcp");
  }

  @Test
  void missingRuntimeFilesSayWhatToBuild() {
    assertThatThrownBy(() -> new RuntimeFiles(folder).keycloakZip())
        .isInstanceOf(InfraException.class)
        .hasMessageContaining("devstack/runtime");
  }

  private Infrastructure infrastructure(InfraMode mode) {
    return new Infrastructure(mode, new RuntimeFiles(folder), folder, folder);
  }
}
