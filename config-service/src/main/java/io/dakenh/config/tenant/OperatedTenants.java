package io.dakenh.config.tenant;

import com.mongodb.client.model.Sorts;
import io.dakenh.config.storage.Documents;
import io.dakenh.platform.web.Cursor;
import io.dakenh.platform.web.Preconditions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the platform's operator does to businesses. A suspended one keeps everything it has: its
 * widget is gone, its people are refused, and what its channels deliver is kept, as each service
 * hears of the state by event.
 */
@ApplicationScoped
class OperatedTenants {
  private final TenantRepository tenants;
  private final Documents documents;

  @Inject
  OperatedTenants(TenantRepository tenants, Documents documents) {
    this.tenants = tenants;
    this.documents = documents;
  }

  /** Newest first. */
  List<Tenant> find(TenantSearch search, @Nullable Cursor after, int most) {
    return tenants
        .mongoCollection()
        .find(search.query(after))
        .sort(Sorts.descending("_id"))
        .limit(most)
        .into(new ArrayList<>());
  }

  /** Suspends or resumes; the state it has already is no change. */
  Tenant change(UUID tenantId, @Nullable String ifMatch, StatusBody wanted, UUID operatorId) {
    long expected = Preconditions.expectedVersion(ifMatch);
    Tenant loaded = tenants.requireStaying(tenantId);
    if (loaded.version != expected) {
      throw Preconditions.stale();
    }
    String status = String.valueOf(wanted.status());
    if (status.equals(loaded.status)) {
      return loaded;
    }
    return documents.change(
        tenants.mongoCollection(),
        loaded,
        tenant -> {
          tenant.status = status;
          tenant.statusReason = wanted.reason();
        },
        edited -> {
          TenantEvents.changed(edited.entries(), edited.after());
          edited
              .entries()
              .audit(
                  status.equals(Tenant.ACTIVE) ? "tenant.resumed" : "tenant.suspended",
                  operatorId,
                  tenantId,
                  edited.fields());
          edited.entries().effect(Consequences.RENDER_WIDGET, tenantId.toString(), "{}");
        });
  }
}
