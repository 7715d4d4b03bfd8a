package io.dakenh.channels.refresh;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.dakenh.channels.ChannelsConfig;
import io.dakenh.channels.Linking;
import io.dakenh.channels.Simulators;
import io.dakenh.channels.Suite;
import io.dakenh.channels.Tenants;
import io.dakenh.channels.channel.ChannelHealth;
import io.dakenh.channels.channel.ChannelService;
import io.dakenh.channels.channel.ChannelView;
import io.dakenh.channels.provider.Platforms;
import io.dakenh.contracts.channel.ChannelMessageReceived;
import io.dakenh.contracts.rows.Rows;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Zalo's single-use refresh tokens: one call at a time, and never a loop. */
@QuarkusTest
class TokenRefreshTest {
  private static final String TOKEN_PATH = "/zalo/v4/oa/access_token";

  @Inject ChannelService channels;
  @Inject TokenRefresh refresh;
  @Inject TokenRenewals renewals;
  @Inject Platforms platforms;
  @Inject ChannelHealth health;
  @Inject ChannelsConfig config;
  @Inject Tokens tokens;

  private final UUID tenantId = UUID.randomUUID();

  @BeforeEach
  void tenant() {
    channels.follow(Tenants.tenant(tenantId, 1, "active"), UUID.randomUUID());
    Simulators.deliverHere();
  }

  @AfterEach
  void mend() {
    Simulators.mend();
  }

  @Test
  @Rows(part = "CHN-11")
  void manyAtOnceOnTwoReplicasRefreshOnce() throws Exception {
    UUID channel = Linking.oa(tenantId, Linking.oa());
    TokenRefresh other = new TokenRefresh(renewals, platforms, health, config, Clock.systemUTC());
    long version = tokens.current(channel).orElseThrow().version();
    int before = Simulators.asked(TOKEN_PATH);
    List<Future<Boolean>> outcomes = new ArrayList<>();
    try (ExecutorService many = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 10; i++) {
        TokenRefresh one = i % 2 == 0 ? refresh : other;
        outcomes.add(many.submit(() -> one.renew(channel, version)));
      }
      for (Future<Boolean> outcome : outcomes) {
        assertThat(outcome.get()).isTrue();
      }
    }

    assertThat(Simulators.asked(TOKEN_PATH)).isEqualTo(before + 1);
    assertThat(tokens.current(channel).orElseThrow().version()).isEqualTo(version + 1);
  }

  @Test
  @Rows(part = "CHN-11")
  void aLostAnswerEndsInANewLoginAndNoLoop() throws Exception {
    UUID channel = Linking.oa(tenantId, Linking.oa());
    long version = tokens.current(channel).orElseThrow().version();
    int before = Simulators.asked(TOKEN_PATH);
    Simulators.faultRule("endpoint", "POST " + TOKEN_PATH, "times", 1, "reset", "after");

    assertThat(refresh.renew(channel, version)).isFalse();

    ChannelView view = channels.view(tenantId, channel);
    assertThat(view.state()).isEqualTo("reconnect-required");
    assertThat(view.lastErrorCode()).isEqualTo("refresh-answer-lost");
    assertThat(Simulators.asked(TOKEN_PATH)).isEqualTo(before + 2);
  }

  @Test
  void aCallThatNeverArrivedIsRepeatedWithTheSameToken() throws Exception {
    UUID channel = Linking.oa(tenantId, Linking.oa());
    long version = tokens.current(channel).orElseThrow().version();
    Simulators.faultRule("endpoint", "POST " + TOKEN_PATH, "times", 1, "reset", "before");

    assertThat(refresh.renew(channel, version)).isTrue();
    assertThat(channels.view(tenantId, channel).state()).isEqualTo("healthy");
  }

  @Test
  @Rows(part = {"CHN-6", "CHN-11"})
  void aCheckRenewsWhatIsNotTakenInsteadOfAskingForALogin() {
    String oa = Linking.oa();
    UUID channel = Linking.oa(tenantId, oa);
    long version = tokens.current(channel).orElseThrow().version();
    Simulators.act("zalo", oa, "66012", "act", "drop-tokens");

    given()
        .auth()
        .oauth2(Linking.owner(tenantId))
        .post("/api/v1/channels/" + channel + "/check")
        .then()
        .statusCode(200)
        .body("state", equalTo("healthy"));

    assertThat(tokens.current(channel).orElseThrow().version()).isGreaterThan(version);
  }

  @Test
  @Rows(part = "CHN-11")
  void anExpiredTokenIsRenewedAndTheMessageSent() {
    String oa = Linking.oa();
    Linking.oa(tenantId, oa);
    try (Suite suite = new Suite(tenantId)) {
      Simulators.act("zalo", oa, "66011", "act", "text", "text", "có ai không");
      ChannelMessageReceived asked = suite.received("có ai không");
      Simulators.act("zalo", oa, "66011", "act", "drop-tokens");

      assertThat(suite.outcome(suite.send(asked, "có đây"), 1).change()).isEqualTo("sent");
      assertThat(Simulators.seen("zalo", oa, "66011")).containsExactly("có đây");
    }
  }
}
