package io.dakenh.channels.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ProvidersTest {
  private final AtomicInteger asked = new AtomicInteger();
  private Instant now = Instant.parse("2026-11-23T05:00:00Z");
  private boolean answers = true;

  @Test
  void asksAgainOnlyWhenTheAnswerIsOld() {
    Providers providers =
        new Providers(List.of(new Counted()), Duration.ofSeconds(15), new MovingClock());

    assertThat(providers.states()).extracting(ProviderView::reachable).containsExactly(true);
    answers = false;
    now = now.plusSeconds(14);
    assertThat(providers.states()).extracting(ProviderView::reachable).containsExactly(true);
    assertThat(asked).hasValue(1);

    now = now.plusSeconds(1);
    assertThat(providers.states()).extracting(ProviderView::reachable).containsExactly(false);
    assertThat(asked).hasValue(2);
  }

  @Test
  void asksAgainWhenTheClockWentBack() {
    Providers providers =
        new Providers(List.of(new Counted()), Duration.ofSeconds(15), new MovingClock());
    assertThat(providers.states()).hasSize(1);
    now = now.minus(Duration.ofDays(1));
    assertThat(providers.states()).hasSize(1);
    assertThat(asked).hasValue(2);
  }

  private final class Counted implements Provider {
    @Override
    public Kind kind() {
      return Kind.ZALO;
    }

    @Override
    public boolean configured() {
      return true;
    }

    @Override
    public boolean reachable() {
      asked.incrementAndGet();
      return answers;
    }

    @Override
    public TokenVerdict inspect(String externalId, String accessToken) {
      return new TokenVerdict.Works();
    }
  }

  private final class MovingClock extends Clock {
    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
