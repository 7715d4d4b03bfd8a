package io.dakenh.channels.link;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SecretsTest {
  @Test
  void makesTheChallengeOfAVerifier() {
    assertThat(Secrets.hash("SIMverifier-SIMverifier-SIMverifier-SIM0001"))
        .isEqualTo("sSJIb_aHcUMZC7c140FG-8ZnpKPhZUZuxCdOR6VBNGI");
  }

  @Test
  void makesVerifiersOfTheRightForm() {
    assertThat(Secrets.next()).matches("[A-Za-z0-9_-]{43}").isNotEqualTo(Secrets.next());
  }
}
