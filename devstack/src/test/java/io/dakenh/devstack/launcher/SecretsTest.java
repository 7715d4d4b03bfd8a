package io.dakenh.devstack.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
  @TempDir private Path folder;

  @Test
  void makesEachSecretOnceAndKeepsIt() {
    Path file = folder.resolve("data/secrets.properties");

    String first = Secrets.load(file).key("A_KEY");
    Secrets again = Secrets.load(file);

    assertThat(again.key("A_KEY")).isEqualTo(first);
    assertThat(again.key("ANOTHER")).isNotEqualTo(first);
    assertThat(Base64.getDecoder().decode(first)).hasSize(32);
    assertThat(again.password("A_KEY")).matches("[A-Za-z0-9]{30,}");
  }

  @Test
  void letsOnlyTheOwnerRead() throws IOException {
    Path file = folder.resolve("secrets.properties");

    Secrets.load(file).key("A_KEY");

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }
}
