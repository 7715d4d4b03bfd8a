package io.dakenh.devstack.launcher;

import io.dakenh.devstack.infra.RuntimeFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Keycloak on the suite's PostgreSQL, with the realm imported when it is not there yet. */
final class KeycloakPart extends ProcessPart {
  static final String NAME = "keycloak";
  static final String DATABASE = "keycloak";
  private static final int HEAP_MEGABYTES = 224;
  private static final String CONFIG_SECRET = "DAKENH_CONFIG_KEYCLOAK_CLIENT_SECRET";
  private static final String OPERATOR_SECRET = "DAKENH_OPERATOR_CLIENT_SECRET";

  private final KeycloakDistribution distribution;
  private final Layout layout;
  private final String publicUrl;
  private final PortPlan ports;

  KeycloakPart(
      RuntimeFiles files,
      Layout layout,
      PortPlan ports,
      String publicUrl,
      Map<String, String> database,
      Secrets secrets,
      Progress progress) {
    super(
        new Description(
            NAME,
            ports.keycloak(),
            IDENTITY,
            Set.of("postgres"),
            layout.root(),
            environment(publicUrl, database, secrets, ports),
            layout.log(NAME),
            () ->
                Probe.ok("http://127.0.0.1:" + ports.keycloakManagement() + "/auth/health/ready")));
    this.distribution = new KeycloakDistribution(files, layout, progress);
    this.layout = layout;
    this.publicUrl = publicUrl;
    this.ports = ports;
  }

  private static Map<String, String> environment(
      String publicUrl, Map<String, String> database, Secrets secrets, PortPlan ports) {
    Map<String, String> environment = new HashMap<>(database);
    environment.put("DAKENH_IDENTITY_MAIL_HOST", "127.0.0.1");
    environment.put("DAKENH_IDENTITY_MAIL_PORT", Integer.toString(ports.mail()));
    environment.put("DAKENH_PUBLIC_URL", publicUrl);
    environment.put(CONFIG_SECRET, configSecret(secrets));
    environment.put(OPERATOR_SECRET, operatorSecret(secrets));
    environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", "admin");
    environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", secrets.password("KEYCLOAK_ADMIN_PASSWORD"));
    environment.put("MALLOC_ARENA_MAX", "2");
    return environment;
  }

  static String configSecret(Secrets secrets) {
    return secrets.password(CONFIG_SECRET);
  }

  static String operatorSecret(Secrets secrets) {
    return secrets.password(OPERATOR_SECRET);
  }

  /** Unpacking and building may come first on a new machine, but not within this limit. */
  @Override
  public Duration startLimit() {
    return Duration.ofSeconds(180);
  }

  @Override
  List<String> command() {
    Path home = distribution.home();
    Path realm = home.resolve("data/import/dakenh-realm.json");
    if (Files.exists(layout.realmFile())) {
      RealmFile.writeDevelopment(layout.realmFile(), realm);
    }
    List<String> command = new ArrayList<>(JavaCommand.base(HEAP_MEGABYTES));
    command.addAll(
        List.of(
            "-Xss512k",
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
            "--add-opens=java.base/java.security=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "-Duser.language=en",
            "-Duser.country=US",
            "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
            "-Dpicocli.disable.closures=true",
            "-Dquarkus-log-max-startup-records=10000",
            "-Dkc.home.dir=" + home,
            "-Djboss.server.config.dir=" + home.resolve("conf"),
            "-cp",
            home.resolve("lib/quarkus-run.jar").toString(),
            "io.quarkus.bootstrap.runner.QuarkusEntryPoint",
            "start",
            "--optimized",
            "--import-realm",
            "--http-enabled=true",
            "--http-host=127.0.0.1",
            "--http-port=" + ports.keycloak(),
            "--http-management-port=" + ports.keycloakManagement(),
            "--http-management-host=127.0.0.1",
            "--hostname=" + publicUrl + "/auth",
            "--hostname-backchannel-dynamic=true",
            "--proxy-headers=xforwarded",
            "--log-level=warn"));
    return command;
  }
}
