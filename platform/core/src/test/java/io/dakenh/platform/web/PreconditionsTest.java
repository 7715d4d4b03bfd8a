package io.dakenh.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dakenh.platform.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PreconditionsTest {
  @Test
  void acceptsTheVersionSeen() {
    Preconditions.requireVersion("\"7\"", 7);

    assertThat(Preconditions.expectedVersion(" \"7\" ")).isEqualTo(7);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "  "})
  void asksForTheHeaderWhenItIsMissing(String header) {
    assertThatThrownBy(() -> Preconditions.requireVersion(header, 7))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> {
              assertThat(problem.code()).isEqualTo("if-match-required");
              assertThat(problem.kind().status()).isEqualTo(428);
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"6\"", "W/\"7\"", "7", "\"\"", "*", "\"x\""})
  void refusesAnOlderOrForeignTag(String header) {
    assertThatThrownBy(() -> Preconditions.requireVersion(header, 7))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> {
              assertThat(problem.code()).isEqualTo("etag-mismatch");
              assertThat(problem.kind().status()).isEqualTo(412);
            });
  }
}
