package io.dakenh.platform.relational.tenancy;

import io.dakenh.platform.tenancy.Caller;
import io.dakenh.platform.tenancy.Tenancy;
import io.quarkus.arc.Arc;
import io.quarkus.arc.Unremovable;
import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import io.quarkus.hibernate.orm.runtime.tenant.TenantResolver;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.UUID;

/**
 * Tells Hibernate whose rows a session may see: the tenant bound by {@link Tenancy}, else that of
 * the request's token. Without either the session sees rows of no tenant at all.
 */
@ApplicationScoped
@Unremovable
@PersistenceUnitExtension
class RequestTenantResolver implements TenantResolver {
  private static final String NOBODY = new UUID(0, 0).toString();

  private final Instance<Caller> caller;

  @Inject
  RequestTenantResolver(Instance<Caller> caller) {
    this.caller = caller;
  }

  @Override
  public String getDefaultTenantId() {
    return NOBODY;
  }

  @Override
  public String resolveTenantId() {
    return Tenancy.bound()
        .map(UUID::toString)
        .orElseGet(
            () ->
                Arc.container().requestContext().isActive()
                    ? caller.get().tenantId().toString()
                    : NOBODY);
  }
}
