package io.dakenh.platform.tenancy;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Binds work that has no request (an event, a timer, a socket frame) to one tenant. Whatever
 * touches tenant data outside of a bound scope fails instead of seeing everything.
 */
public final class Tenancy {
  private static final ScopedValue<UUID> TENANT = ScopedValue.newInstance();

  private Tenancy() {}

  /** Runs the work for the tenant; nesting another tenant inside is an error of ours. */
  public static <T> T call(UUID tenantId, Supplier<T> work) {
    if (TENANT.isBound() && !TENANT.get().equals(tenantId)) {
      throw new IllegalStateException("work for one tenant must not start work for another");
    }
    return ScopedValue.where(TENANT, tenantId).call(work::get);
  }

  /** Runs the work for the tenant. */
  public static void run(UUID tenantId, Runnable work) {
    call(
        tenantId,
        () -> {
          work.run();
          return Boolean.TRUE;
        });
  }

  /** The tenant bound to the current thread by {@link #call}, if any. */
  public static Optional<UUID> bound() {
    return TENANT.isBound() ? Optional.of(TENANT.get()) : Optional.empty();
  }
}
