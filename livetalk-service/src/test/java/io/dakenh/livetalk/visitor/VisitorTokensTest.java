package io.dakenh.livetalk.visitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dakenh.livetalk.visitor.VisitorTokens.SignedVisitor;
import io.dakenh.platform.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.UUID;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;

class VisitorTokensTest {
  private static final Instant NOW = Instant.parse("2026-11-23T03:00:00Z");
  private static final String KEY = "0123456789abcdef0123456789abcdef";
  private final UUID tenantId = UUID.randomUUID();

  private static VisitorTokens at(Instant now, String key) {
    return new VisitorTokens(key, Duration.ofHours(24), Clock.fixed(now, ZoneOffset.UTC));
  }

  @Test
  void saysWhatItSigned() {
    SignedVisitor issued = at(NOW, KEY).issue(tenantId);
    assertThat(at(NOW, KEY).verify(issued.token())).isEqualTo(issued.visitor());
    assertThat(issued.visitor().tenantId()).isEqualTo(tenantId);
    assertThat(issued.visitor().expiresAt()).isEqualTo(NOW.plus(Duration.ofHours(24)));
  }

  @Test
  void keepsTheVisitorOfAnEndedButGenuineToken() {
    SignedVisitor issued = at(NOW, KEY).issue(tenantId);
    VisitorTokens later = at(NOW.plus(Duration.ofDays(30)), KEY);
    refused(() -> later.verify(issued.token()), "token-expired");
    assertThat(later.genuine(issued.token()).id()).isEqualTo(issued.visitor().id());
  }

  @Test
  void endsExactlyAtItsEnd() {
    SignedVisitor issued = at(NOW, KEY).issue(tenantId);
    Instant end = issued.visitor().expiresAt();
    assertThat(at(end.minusSeconds(1), KEY).verify(issued.token())).isEqualTo(issued.visitor());
    refused(() -> at(end, KEY).verify(issued.token()), "token-expired");
  }

  @Test
  void refusesWhatIsNotItsOwn() {
    VisitorTokens tokens = at(NOW, KEY);
    String token = tokens.issue(tenantId).token();
    refused(() -> at(NOW, KEY.replace('0', '1')).verify(token), "token-invalid");
    refused(() -> tokens.verify(token.substring(0, token.length() - 2) + "AA"), "token-invalid");
    refused(() -> tokens.verify("not-a-token"), "token-invalid");
    String[] parts = token.split("\\.", -1);
    String unsigned =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8));
    refused(() -> tokens.verify(unsigned + "." + parts[1] + "."), "token-invalid");
  }

  private static AbstractThrowableAssert<?, ?> refused(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String code) {
    return assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            ProblemException.class, refused -> assertThat(refused.code()).isEqualTo(code));
  }
}
