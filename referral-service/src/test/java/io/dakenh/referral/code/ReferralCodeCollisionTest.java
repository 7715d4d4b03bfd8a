package io.dakenh.referral.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.dakenh.platform.problem.ProblemException;
import io.dakenh.platform.relational.outbox.Outbox;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReferralCodeCollisionTest {
  @Inject AgroalDataSource database;
  @Inject Outbox outbox;
  @Inject Clock clock;

  @Test
  void drawsAgainWhenACodeIsTaken() {
    String taken = new ReferralCodeGenerator().next();
    String free = new ReferralCodeGenerator().next();
    UUID first = UUID.randomUUID();
    UUID second = UUID.randomUUID();
    issue(first, taken);

    issue(second, taken, taken, free);

    assertThat(codeOf(first)).isEqualTo(taken);
    assertThat(codeOf(second)).isEqualTo(free);
  }

  @Test
  void givesUpLoudlyWhenNothingIsFree() {
    String taken = new ReferralCodeGenerator().next();
    issue(UUID.randomUUID(), taken);
    UUID tenantId = UUID.randomUUID();

    assertThatThrownBy(
            () -> issue(tenantId, java.util.Collections.nCopies(10, taken).toArray(String[]::new)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("no free referral code");
    assertThatThrownBy(() -> codeOf(tenantId)).isInstanceOf(ProblemException.class);
  }

  private void issue(UUID tenantId, String... drawn) {
    QuarkusTransaction.requiringNew().run(() -> codes(drawn).issue(tenantId, UUID.randomUUID()));
  }

  private String codeOf(UUID tenantId) {
    return QuarkusTransaction.requiringNew().call(() -> codes().get(tenantId).code());
  }

  private ReferralCodes codes(String... drawn) {
    Deque<String> left = new ArrayDeque<>(List.of(drawn));
    return new ReferralCodes(
        database,
        outbox,
        new ReferralCodeGenerator() {
          @Override
          String next() {
            return left.removeFirst();
          }
        },
        clock);
  }
}
