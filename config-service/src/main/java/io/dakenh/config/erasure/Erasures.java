package io.dakenh.config.erasure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.dakenh.config.mail.LinkToken;
import io.dakenh.config.storage.Documents;
import io.dakenh.config.storage.DuplicateKeyException;
import io.dakenh.config.storage.PendingEffect;
import io.dakenh.config.storage.PendingEntry;
import io.dakenh.config.tenant.Tenant;
import io.dakenh.config.tenant.TenantRepository;
import io.dakenh.contracts.erasure.TenantErasureRequested;
import io.dakenh.contracts.event.EventCatalog;
import io.dakenh.platform.problem.ProblemException;
import io.dakenh.platform.time.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Takes requests. What decides is one write to the tenant's document: it succeeds only while the
 * business is suspended, and carries the event and the erasure's own document with it.
 */
@ApplicationScoped
class Erasures implements PendingEffect {
  private static final Logger LOG = Logger.getLogger(Erasures.class);
  private static final String KIND = "erasure.open";
  private static final JsonMapper JSON =
      JsonMapper.builder().addModule(new JavaTimeModule()).build();

  private final ErasureRepository erasures;
  private final TenantRepository tenants;
  private final Documents documents;
  private final Clock clock;

  @Inject
  Erasures(ErasureRepository erasures, TenantRepository tenants, Documents documents, Clock clock) {
    this.erasures = erasures;
    this.tenants = tenants;
    this.documents = documents;
    this.clock = clock;
  }

  private record Asked(
      UUID id, String name, String reason, @Nullable UUID by, Instant at, String organizationId) {}

  /** Begins, or finds what was begun before. */
  Erasure request(UUID tenantId, ErasureBody body, UUID operatorId) {
    String typed = String.valueOf(body.name());
    Optional<Erasure> earlier = erasures.ofTenant(tenantId);
    if (earlier.isPresent()) {
      confirm(earlier.get().nameHash.equals(hash(tenantId, typed)));
      return earlier.get();
    }
    Tenant tenant = tenants.require(tenantId);
    confirm(tenant.name.equals(typed));
    if (tenant.status.equals(Tenant.ERASING)) {
      throw ProblemException.unavailable(
          "erasure-unavailable", "It has begun. Please try again in a moment.", null);
    }
    if (!tenant.status.equals(Tenant.SUSPENDED)) {
      throw ProblemException.conflict(
          "tenant-not-suspended", "Only a suspended business can be erased. Suspend it first.");
    }
    Asked asked =
        new Asked(
            Ids.next(),
            tenant.name,
            String.valueOf(body.reason()),
            operatorId,
            Documents.now(clock),
            tenant.organizationId);
    documents.change(
        tenants.mongoCollection(),
        tenant,
        edit -> edit.status = Tenant.ERASING,
        edited ->
            edited
                .entries()
                .audit("tenant.erasure-requested", operatorId, tenantId, Set.of())
                .effect(KIND, tenantId.toString(), json(asked))
                .event(
                    EventCatalog.TENANT_ERASURE_REQUESTED,
                    tenantId,
                    new TenantErasureRequested(tenantId, asked.id(), asked.at())));
    open(tenantId, asked);
    return erasures.require(asked.id());
  }

  private static void confirm(boolean right) {
    if (!right) {
      throw ProblemException.invalid(
          "/name", "confirmation", "Type the name of the business exactly as it is.");
    }
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void run(UUID tenantId, PendingEntry entry) {
    try {
      open(tenantId, JSON.readValue(entry.payload(), Asked.class));
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException("a request to erase cannot be read", broken);
    }
  }

  private void open(UUID tenantId, Asked asked) {
    Erasure erasure = new Erasure();
    erasure.id = asked.id();
    erasure.tenantId = tenantId;
    erasure.name = asked.name();
    erasure.nameHash = hash(tenantId, asked.name());
    erasure.reason = asked.reason();
    erasure.requestedBy = asked.by();
    erasure.requestedAt = asked.at();
    erasure.askedAt = asked.at();
    erasure.organizationId = asked.organizationId();
    try {
      documents.insert(erasures.mongoCollection(), erasure, entries -> {});
    } catch (DuplicateKeyException there) {
      LOG.debug("the erasure is written down already", there);
    }
  }

  static String hash(UUID tenantId, String name) {
    return LinkToken.hash(tenantId + "\n" + name);
  }

  private static String json(Asked asked) {
    try {
      return JSON.writeValueAsString(asked);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a request to erase cannot be written", impossible);
    }
  }
}
