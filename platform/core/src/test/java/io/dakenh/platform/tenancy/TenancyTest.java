package io.dakenh.platform.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class TenancyTest {
  private static final UUID HOA_MAI = new UUID(1, 1);
  private static final UUID OTHER = new UUID(2, 2);

  @Test
  void bindsTheWorkAndNothingElse() {
    assertThat(Tenancy.call(HOA_MAI, Tenancy::bound)).contains(HOA_MAI);
    assertThat(Tenancy.bound()).isEmpty();
  }

  @Test
  void letsWorkForATenantStartMoreWorkForTheSameTenant() {
    assertThat(Tenancy.call(HOA_MAI, () -> Tenancy.call(HOA_MAI, Tenancy::bound)))
        .contains(HOA_MAI);
  }

  @Test
  void refusesToReachAcrossTenants() {
    assertThatThrownBy(
            () -> Tenancy.run(HOA_MAI, () -> Tenancy.run(OTHER, () -> assertThat(true).isFalse())))
        .isInstanceOf(IllegalStateException.class);
  }
}
