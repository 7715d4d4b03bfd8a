package io.dakenh.referral.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dakenh.contracts.rows.Rows;
import io.dakenh.referral.referral.ReferralState.Qualified;
import io.dakenh.referral.referral.ReferralState.Registered;
import io.dakenh.referral.referral.ReferralState.Rejected;
import io.dakenh.referral.referral.ReferralState.Rewarded;
import java.lang.reflect.Method;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

@Rows(part = "REF-4")
class ReferralStateTest {
  private static final Instant NOON = Instant.parse("2026-11-23T05:00:00Z");

  @Test
  void walksFromRegisteredToRewarded() {
    Rewarded rewarded = new Registered().qualify(NOON).reward(600, NOON.plusSeconds(1));
    assertThat(rewarded).isEqualTo(new Rewarded(NOON, 600, NOON.plusSeconds(1)));
    assertThat(rewarded.code()).isEqualTo("rewarded");
  }

  @Test
  void mayBeRejectedUntilRewarded() {
    Rejected early = new Registered().reject(RejectionReason.SELF_REFERRAL, NOON);
    Rejected late = new Qualified(NOON).reject(RejectionReason.REFERRER_SUSPENDED, NOON);
    assertThat(early.reason().code()).isEqualTo("self-referral");
    assertThat(late.reason().code()).isEqualTo("referrer-suspended");
  }

  @Test
  void offersNoOtherTransition() {
    assertThat(transitions(Registered.class)).containsExactlyInAnyOrder("qualify", "reject");
    assertThat(transitions(Qualified.class)).containsExactlyInAnyOrder("reward", "reject");
    assertThat(transitions(Rewarded.class)).isEmpty();
    assertThat(transitions(Rejected.class)).containsExactly("overrule");
  }

  @Test
  void aBusinessThatReferredItselfStaysRejected() {
    Registered registered = new Registered();
    assertThat(registered.reject(RejectionReason.SAME_DOMAIN, NOON).overrule())
        .isEqualTo(registered);
    Rejected self = registered.reject(RejectionReason.SELF_REFERRAL, NOON);
    assertThatThrownBy(self::overrule).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void refusesRewardsOfNothingOrTooEarly() {
    Qualified qualified = new Qualified(NOON);
    assertThatThrownBy(() -> qualified.reward(0, NOON))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> qualified.reward(60, NOON.minusSeconds(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Set<String> transitions(Class<?> state) {
    return Arrays.stream(state.getDeclaredMethods())
        .filter(method -> ReferralState.class.isAssignableFrom(method.getReturnType()))
        .map(Method::getName)
        .collect(Collectors.toSet());
  }
}
