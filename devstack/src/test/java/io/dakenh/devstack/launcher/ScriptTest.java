package io.dakenh.devstack.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script as a person calls it. */
class ScriptTest {
  private record Outcome(int status, String out, String err) {}

  @TempDir private Path folder;

  private Outcome run(Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    Path root = Path.of(System.getProperty("dakenh.root"));
    List<String> command = new ArrayList<>(List.of(root.resolve("dakenh").toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.directory(folder.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().putAll(environment);
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    builder.redirectOutput(out.toFile()).redirectError(err.toFile());
    Process process = builder.start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Outcome(process.exitValue(), read(out), read(err));
  }

  private static String read(Path file) throws IOException {
    return java.nio.file.Files.readString(file, StandardCharsets.UTF_8);
  }

  @Test
  void explainsItself() throws Exception {
    Outcome outcome = run(Map.of(), "help");

    assertThat(outcome.status()).isZero();
    assertThat(outcome.out())
        .contains("up", "down", "status", "logs", "reset", "test", "demo", "bench", "rows");
    assertThat(outcome.err()).isEmpty();
  }

  @Test
  void namesACommandItDoesNotKnow() throws Exception {
    Outcome outcome = run(Map.of(), "fly");

    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.err()).contains("there is no command 'fly'");
    assertThat(outcome.out()).isEmpty();
  }

  @Test
  void saysInOneLineThatTheJdkIsMissing() throws Exception {
    Outcome outcome =
        run(
            Map.of("JAVA_HOME", folder.toString(), "DAKENH_JDK_FOLDERS", folder.toString()),
            "status");

    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.err().lines())
        .singleElement()
        .asString()
        .contains("no JDK 25 or newer found", "install one", "JAVA_HOME");
  }

  @Test
  void tellsAsJsonThatNothingRuns() throws Exception {
    Outcome outcome =
        run(Map.of(), "status", "--json", "--data", folder.resolve("none").toString());

    assertThat(outcome.status()).isEqualTo(3);
    assertThat(outcome.out().strip()).isEqualTo("{\"running\":false,\"ready\":false}");
  }

  @Test
  void refusesTestsItDoesNotHave() throws Exception {
    Outcome outcome = run(Map.of(), "test", "--fast");

    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.err()).contains("--quick only, not '--fast'");
  }

  @Test
  void saysThatADemoNeedsARunningSuite() throws Exception {
    Outcome outcome = run(Map.of(), "demo", "--data", folder.resolve("none").toString());

    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.err()).contains("no suite runs here");
  }
}
