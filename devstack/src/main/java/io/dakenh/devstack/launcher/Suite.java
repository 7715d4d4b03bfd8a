package io.dakenh.devstack.launcher;

import io.dakenh.devstack.infra.EmbeddedPostgres.Durability;
import io.dakenh.devstack.infra.InfraMode;
import io.dakenh.devstack.infra.Infrastructure;
import io.dakenh.devstack.infra.KafkaBackend;
import io.dakenh.devstack.infra.MongoBackend;
import io.dakenh.devstack.infra.PostgresBackend;
import io.dakenh.devstack.infra.RuntimeFiles;
import io.dakenh.devstack.launcher.supervisor.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Describes every process of a suite and how they find each other. */
final class Suite {
  private final Layout layout;
  private final PortPlan ports;
  private final Replicas replicas;
  private final InfraMode mode;
  private final boolean ahead;
  private final Secrets secrets;
  private final Progress progress;
  private final RuntimeFiles files;
  private final PostgresBackend postgres;
  private final KafkaBackend kafka;
  private final MongoBackend mongo;
  private final Optional<Path> relay = RelayPart.program();

  Suite(
      Layout layout,
      PortPlan ports,
      Replicas replicas,
      InfraMode mode,
      boolean ahead,
      Secrets secrets,
      Progress progress) {
    this.layout = layout;
    this.ports = ports;
    this.replicas = replicas;
    this.mode = mode;
    this.ahead = ahead;
    this.secrets = secrets;
    this.progress = progress;
    this.files = new RuntimeFiles(layout.root());
    Infrastructure infrastructure = new Infrastructure(mode, files, layout.data(), layout.logs());
    this.postgres = infrastructure.postgres(ports.postgres(), Durability.SAFE);
    this.kafka = infrastructure.kafka(ports.kafka(), ports.kafkaController());
    this.mongo = infrastructure.mongo(ports.mongo());
  }

  /** The origin browsers use. */
  static String publicUrl(PortPlan ports) {
    return "http://localhost:" + ports.gateway();
  }

  /** All parts, those others need first. */
  List<Part> parts() {
    List<Part> parts = new ArrayList<>();
    boolean ours = mode == InfraMode.EMBEDDED;
    parts.add(new BackendPart(postgres, ports.postgres(), ours, this::makeDatabases));
    parts.add(new BackendPart(kafka, ports.kafka(), ours, () -> {}));
    parts.add(new BackendPart(mongo, ports.mongo(), ours, () -> {}));
    parts.add(new GatewayPart(layout, ports, replicas, publicUrl(ports)));
    parts.add(new SimulatorsPart(layout, ports));
    relay.ifPresent(program -> parts.add(new RelayPart(program, layout, ports, secrets)));
    parts.add(
        new KeycloakPart(
            files, layout, ports, publicUrl(ports), keycloakDatabase(), secrets, progress));
    for (Service service : Service.values()) {
      runnable(service)
          .map(jar -> new Staging(layout.cache()).staged(service, jar))
          .ifPresent(
              jar ->
                  replicas
                      .numbers(service)
                      .forEach(number -> parts.add(servicePart(service, number, jar))));
    }
    return parts;
  }

  private void makeDatabases() {
    postgres.ensureDatabase(
        KeycloakPart.DATABASE, KeycloakPart.DATABASE, databasePassword(KeycloakPart.DATABASE));
    for (Service service : Service.values()) {
      if (service.store() == Service.Store.POSTGRES) {
        postgres.ensureDatabase(
            service.partName(), service.partName(), databasePassword(service.partName()));
      }
    }
  }

  private String databasePassword(String role) {
    return secrets.password("POSTGRES_PASSWORD_" + role);
  }

  private Map<String, String> keycloakDatabase() {
    return Map.of(
        "KC_DB_URL",
        postgres.jdbcUrl(KeycloakPart.DATABASE),
        "KC_DB_USERNAME",
        KeycloakPart.DATABASE,
        "KC_DB_PASSWORD",
        databasePassword(KeycloakPart.DATABASE),
        "KC_DB_POOL_INITIAL_SIZE",
        "1",
        "KC_DB_POOL_MIN_SIZE",
        "1",
        "KC_DB_POOL_MAX_SIZE",
        "10");
  }

  private Optional<Path> runnable(Service service) {
    Path target = layout.target(service);
    if (!Files.isDirectory(layout.root().resolve(service.module()).resolve("src"))) {
      return Optional.empty();
    }
    if (Files.isDirectory(target)) {
      try (Stream<Path> entries = Files.list(target)) {
        Optional<Path> jar =
            entries.filter(path -> path.toString().endsWith("-runner.jar")).findFirst();
        if (jar.isPresent()) {
          return jar;
        }
      } catch (IOException e) {
        throw new LauncherException("cannot read " + target, e);
      }
    }
    throw new LauncherException(
        service.module() + " is not built; run ./dakenh up, which builds it");
  }

  private ServicePart servicePart(Service service, int number, Path jar) {
    int port = ports.service(service, number);
    String name = Replicas.partName(service, number);
    Set<String> needs = new HashSet<>();
    needs.add("kafka");
    needs.add(service.store() == Service.Store.MONGO ? "mongo" : "postgres");
    if (number > 1) {
      // The first one trains the cache they share.
      needs.add(service.partName());
    }
    return new ServicePart(
        new ProcessPart.Description(
            name,
            port,
            ProcessPart.SERVICES,
            needs,
            layout.root().resolve(service.module()),
            environment(service, number),
            layout.log(name),
            () -> Probe.ok("http://127.0.0.1:" + port + "/q/health/ready")),
        jar,
        service.heapMegabytes(),
        ahead,
        progress);
  }

  private Map<String, String> environment(Service service, int number) {
    Map<String, String> environment = new HashMap<>();
    String realm = "/auth/realms/dakenh";
    String keycloak = "http://127.0.0.1:" + ports.keycloak();
    environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
    environment.put("QUARKUS_HTTP_PORT", Integer.toString(ports.service(service, number)));
    environment.put("KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers());
    // A consumer that was killed is missed after 6 s instead of 45, so its successor soon goes on.
    environment.put("KAFKA_SESSION_TIMEOUT_MS", "6000");
    environment.put("KAFKA_HEARTBEAT_INTERVAL_MS", "1500");
    environment.put("QUARKUS_OIDC_AUTH_SERVER_URL", keycloak + realm);
    environment.put("QUARKUS_OIDC_TOKEN_ISSUER", publicUrl(ports) + realm);
    environment.put("DAKENH_PUBLIC_URL", publicUrl(ports));
    environment.put("MALLOC_ARENA_MAX", "2");
    switch (service.store()) {
      case MONGO -> environment.put("QUARKUS_MONGODB_CONNECTION_STRING", mongo.connectionString());
      case POSTGRES -> {
        String name = service.partName();
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", postgres.jdbcUrl(name));
        environment.put(
            "QUARKUS_DATASOURCE_REACTIVE_URL",
            "postgresql://" + postgres.host() + ":" + postgres.port() + "/" + name);
        environment.put("QUARKUS_DATASOURCE_USERNAME", name);
        environment.put("QUARKUS_DATASOURCE_PASSWORD", databasePassword(name));
      }
    }
    switch (service) {
      case CONFIG -> {
        environment.put("DAKENH_CONFIG_KEYCLOAK_URL", keycloak + "/auth");
        environment.put("DAKENH_CONFIG_KEYCLOAK_CLIENT_SECRET", KeycloakPart.configSecret(secrets));
        environment.put(
            "DAKENH_CONFIG_OWNER_HASH_KEY", secrets.key("DAKENH_CONFIG_OWNER_HASH_KEY"));
        environment.putAll(SimulatorsPart.mail("CONFIG", ports));
      }
      case LIVETALK -> {
        environment.put(
            "DAKENH_LIVETALK_VISITOR_TOKEN_KEY", secrets.key("DAKENH_LIVETALK_VISITOR_TOKEN_KEY"));
        environment.put(
            "DAKENH_LIVETALK_ATTACHMENTS_LINK_KEY",
            secrets.key("DAKENH_LIVETALK_ATTACHMENTS_LINK_KEY"));
        environment.put(
            "DAKENH_LIVETALK_CHANNELS_URL", "http://127.0.0.1:" + ports.service(Service.CHANNELS));
        environment.put(
            "DAKENH_LIVETALK_IDENTIFY_KEY", secrets.key("DAKENH_LIVETALK_IDENTIFY_KEY"));
        // Receivers of webhooks may stand on this machine, where developers have theirs.
        environment.put("DAKENH_LIVETALK_WEBHOOKS_PRIVATE_HOSTS", "127.0.0.1:*");
        environment.putAll(SimulatorsPart.mail("LIVETALK", ports));
        if (replicas.of(service) > 1) {
          environment.putAll(peers(number));
        }
        if (relay.isPresent()) {
          environment.putAll(RelayPart.environment(ports, secrets));
        }
      }
      case CHANNELS -> {
        environment.put("DAKENH_CHANNELS_TOKEN_KEY", secrets.key("DAKENH_CHANNELS_TOKEN_KEY"));
        environment.put(
            "DAKENH_CHANNELS_LIVETALK_URL", "http://127.0.0.1:" + ports.service(Service.LIVETALK));
        environment.putAll(SimulatorsPart.environment(ports));
      }
      case REFERRAL ->
          environment.put("DAKENH_REFERRAL_HASH_KEY", secrets.key("DAKENH_REFERRAL_HASH_KEY"));
      case ROUTING, BILLING -> {}
    }
    return environment;
  }

  /** How replicas of livetalk-service find each other. */
  private Map<String, String> peers(int number) {
    return Map.of(
        "DAKENH_LIVETALK_PEERS",
        replicas.numbers(Service.LIVETALK).stream()
            .map(each -> "127.0.0.1:" + ports.peers(each))
            .collect(Collectors.joining(",")),
        "DAKENH_LIVETALK_PEER_HOST",
        "127.0.0.1",
        "DAKENH_LIVETALK_PEER_PORT",
        Integer.toString(ports.peers(number)),
        "DAKENH_LIVETALK_PEER_SECRET",
        secrets.key("DAKENH_LIVETALK_PEER_SECRET"));
  }
}
