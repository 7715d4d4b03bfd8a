package io.dakenh.e2e.suite;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dakenh.devstack.mail.Mailbox;
import io.dakenh.devstack.suite.SuiteClient;
import io.dakenh.devstack.suite.SuiteException;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/**
 * The packaged suite, started by the very command people use, once for all scenarios of a run.
 *
 * <p>{@code DAKENH_E2E_DATA} names the data folder of a suite that already runs; the scenarios then
 * use it and leave it running.
 */
public final class SuiteUnderTest {
  private static final Path ROOT = Path.of(System.getProperty("dakenh.root", ".."));
  private static final Path OWN_DATA = Path.of("target/suite").toAbsolutePath();
  private static final int PORT_BASE = 21_080;
  private static final Duration START_LIMIT = Duration.ofMinutes(8);
  private static final int KEYCLOAK_CONNECTIONS = 10;
  private static final Duration RECOVERY_LIMIT = Duration.ofSeconds(90);

  private static SuiteUnderTest shared;

  private final Path data;
  private final SuiteClient client;

  private SuiteUnderTest(Path data) {
    this.data = data;
    this.client = new SuiteClient(URI.create(state().path("publicUrl").asText()));
  }

  /** The suite of this run; started at the first call. */
  public static synchronized SuiteUnderTest get() {
    if (shared == null) {
      String running = System.getenv("DAKENH_E2E_DATA");
      shared = running == null ? start() : new SuiteUnderTest(Path.of(running));
    }
    return shared;
  }

  /** HTTP and sockets of the suite. */
  public SuiteClient client() {
    return client;
  }

  /** One origin for everything. */
  public String url() {
    return client.origin().toString();
  }

  /** What arrives at an address; no mail leaves the suite. */
  public Mailbox mailbox(String address) {
    return new Mailbox("http://127.0.0.1:" + part("simulators").path("port").asInt(), address);
  }

  /** A token of the platform operator. */
  public String operatorToken() {
    return client.machineToken("dakenh-operator", secret("DAKENH_OPERATOR_CLIENT_SECRET"));
  }

  /** Where Keycloak itself is managed. */
  public String keycloak() {
    return "http://127.0.0.1:" + part("keycloak").path("port").asInt() + "/auth";
  }

  /** Password of Keycloak's own administrator. */
  public String keycloakPassword() {
    return secret("KEYCLOAK_ADMIN_PASSWORD");
  }

  private String secret(String name) {
    Properties secrets = new Properties();
    try (Reader reader =
        Files.newBufferedReader(data.resolve("secrets.properties"), StandardCharsets.UTF_8)) {
      secrets.load(reader);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return secrets.getProperty(name).replaceAll("[^A-Za-z0-9]", "");
  }

  /** Where its broker is: for events whose own source takes more than a scenario has. */
  public String brokers() {
    return "127.0.0.1:" + part("kafka").path("port").asInt();
  }

  /** Ends a part, all replicas of it, as a power cut would. The supervisor starts them again. */
  public void kill9(String part) {
    replicas(part).forEach(this::kill9Replica);
  }

  /** Ends one replica of a part as a power cut would. The supervisor starts it again. */
  public void kill9Replica(String replica) {
    long pid = part(replica).path("pid").asLong();
    run("kill", "-9", Long.toString(pid));
    await("death of " + replica)
        .atMost(Duration.ofSeconds(10))
        .until(() -> part(replica).path("pid").asLong() != pid || !ready(replica));
  }

  /** Names of the processes of a part: its own, and those with a number behind it. */
  private List<String> replicas(String part) {
    List<String> names = new ArrayList<>();
    for (JsonNode each : state().path("parts")) {
      String name = each.path("name").asText();
      if (name.matches(Pattern.quote(part) + "(-\\d+)?")) {
        names.add(name);
      }
    }
    return names;
  }

  /** What a part says of itself to whoever watches it. */
  public String metrics(String part) {
    URI address = URI.create("http://127.0.0.1:" + part(part).path("port").asInt() + "/q/metrics");
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(
              HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
          .body();
    } catch (IOException unreachable) {
      throw new UncheckedIOException(unreachable);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", interrupted);
    }
  }

  /** Whether the suite has this part, which may depend on what the machine has. */
  public boolean has(String part) {
    for (JsonNode each : state().path("parts")) {
      if (each.path("name").asText().equals(part)) {
        return true;
      }
    }
    return false;
  }

  /** Returns when a part answers again, with all its replicas. */
  public void awaitReady(String part) {
    await(part + " to be ready")
        .atMost(RECOVERY_LIMIT)
        .pollInterval(Duration.ofMillis(200))
        .until(() -> replicas(part).stream().allMatch(this::ready));
  }

  /**
   * Returns when signing in works again after the database was killed: Keycloak finds out about
   * each dead connection of its pool only by using it, so one good answer is not enough.
   */
  public void awaitIdentity() {
    AtomicInteger inARow = new AtomicInteger();
    await("Keycloak to forget its dead connections")
        .atMost(RECOVERY_LIMIT)
        .pollInterval(Duration.ofMillis(100))
        .until(
            () -> {
              try {
                operatorToken();
                return inARow.incrementAndGet() > KEYCLOAK_CONNECTIONS;
              } catch (SuiteException notYet) {
                inARow.set(0);
                return false;
              }
            });
  }

  private boolean ready(String part) {
    return "READY".equals(part(part).path("state").asText());
  }

  /** What the launcher says of a part. */
  JsonNode part(String name) {
    for (JsonNode part : state().path("parts")) {
      if (part.path("name").asText().equals(name)) {
        return part;
      }
    }
    throw new IllegalArgumentException("the suite has no part " + name);
  }

  private JsonNode state() {
    try {
      return new ObjectMapper().readTree(data.resolve("run/state.json").toFile());
    } catch (IOException unreadable) {
      throw new UncheckedIOException("the suite does not run on " + data, unreadable);
    }
  }

  private static SuiteUnderTest start() {
    // Every scenario goes through two replicas of the service that holds the sockets.
    dakenh(
        "up",
        "--detach",
        "--no-seed",
        "--no-aot",
        "--replicas",
        "livetalk=2",
        "--port-base",
        Integer.toString(PORT_BASE));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> dakenh("down")));
    return new SuiteUnderTest(OWN_DATA);
  }

  private static void dakenh(String command, String... options) {
    List<String> line = new ArrayList<>(List.of(ROOT.resolve("dakenh").toString(), command));
    line.addAll(List.of(options));
    line.addAll(List.of("--data", OWN_DATA.toString()));
    run(line.toArray(String[]::new));
  }

  private static void run(String... line) {
    ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
    // Maven has just built everything; the command must not build inside the build.
    builder.environment().put("DAKENH_BUILD", "never");
    try {
      Path log = Files.createDirectories(Path.of("target")).resolve("suite-command.log");
      builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
      Process process = builder.start();
      if (!process.waitFor(START_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IllegalStateException(String.join(" ", line) + " did not end; see " + log);
      }
      if (process.exitValue() != 0) {
        throw new IllegalStateException(
            String.join(" ", line) + " failed:\n" + Files.readString(log, StandardCharsets.UTF_8));
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", interrupted);
    }
  }
}
