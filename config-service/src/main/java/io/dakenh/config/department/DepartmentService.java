package io.dakenh.config.department;

import io.dakenh.config.storage.Documents;
import io.dakenh.config.storage.DuplicateKeyException;
import io.dakenh.config.storage.IdempotencyKeys;
import io.dakenh.config.storage.Indexes;
import io.dakenh.config.tenant.FollowUps;
import io.dakenh.config.tenant.Tenant;
import io.dakenh.config.tenant.TenantRepository;
import io.dakenh.platform.problem.ProblemException;
import io.dakenh.platform.web.Preconditions;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Creates, changes and deletes departments. Unique names are the index's business. Which one is the
 * default stands in the tenant's document; a department that is to become it carries the wish in
 * its own document until the tenant's was written.
 */
@ApplicationScoped
class DepartmentService {
  /** A younger wish is still being worked on by the request that made it. */
  private static final Duration SWEEP_AGE = Duration.ofSeconds(15);

  private final DepartmentRepository departments;
  private final DepartmentRules rules;
  private final TenantRepository tenants;
  private final FollowUps followUps;
  private final Documents documents;
  private final IdempotencyKeys idempotency;
  private final Indexes indexes;
  private final Clock clock;

  @Inject
  DepartmentService(
      DepartmentRepository departments,
      DepartmentRules rules,
      TenantRepository tenants,
      FollowUps followUps,
      Documents documents,
      IdempotencyKeys idempotency,
      Indexes indexes,
      Clock clock) {
    this.departments = departments;
    this.rules = rules;
    this.tenants = tenants;
    this.followUps = followUps;
    this.documents = documents;
    this.idempotency = idempotency;
    this.indexes = indexes;
    this.clock = clock;
  }

  DepartmentView create(
      UUID tenantId, @Nullable DepartmentBody body, @Nullable String key, UUID actorId) {
    indexes.require();
    Tenant tenant = tenants.require(tenantId);
    IdempotencyKeys.Reservation reserved =
        idempotency.reserve(tenantId.toString(), "department", key, String.valueOf(body));
    Optional<Department> earlier =
        reserved.repeated() ? departments.find(tenantId, reserved.id()) : Optional.empty();
    if (earlier.isPresent()) {
      return view(earlier.get());
    }
    try {
      return insert(tenant, rules.check(tenantId, body), reserved.id(), actorId);
    } catch (ProblemException refused) {
      idempotency.forget(tenantId.toString(), "department", key);
      throw refused;
    }
  }

  private DepartmentView insert(
      Tenant tenant, DepartmentRules.Checked checked, UUID id, UUID actorId) {
    Department department = new Department();
    department.id = id;
    department.tenantId = tenant.id;
    checked.applyTo(department);
    if (Boolean.TRUE.equals(checked.makeDefault())) {
      department.makeDefaultSince = Documents.now(clock);
    }
    try {
      documents.insert(
          departments.mongoCollection(),
          department,
          entries -> {
            DepartmentEvents.changed(entries, department, tenant.defaultDepartmentId);
            entries.audit("department.created", actorId, id, java.util.Set.of());
          });
    } catch (DuplicateKeyException taken) {
      // Two requests with one key: the other was faster and made the very same department.
      return departments
          .find(tenant.id, id)
          .map(this::settled)
          .orElseThrow(DepartmentService::nameTaken);
    }
    return settled(department);
  }

  DepartmentView replace(
      UUID tenantId,
      UUID id,
      @Nullable String ifMatch,
      @Nullable DepartmentBody body,
      UUID actorId) {
    indexes.require();
    long expected = Preconditions.expectedVersion(ifMatch);
    Department loaded = departments.require(tenantId, id);
    if (loaded.version != expected) {
      throw Preconditions.stale();
    }
    DepartmentRules.Checked checked = rules.check(tenantId, body);
    UUID defaultId = tenants.require(tenantId).defaultDepartmentId;
    boolean isDefault = DepartmentEvents.isDefault(loaded, defaultId);
    if (isDefault && Boolean.FALSE.equals(checked.makeDefault())) {
      throw ProblemException.rule(
          "default-department-required",
          "One department is the default; make another one the default instead.");
    }
    boolean becomes = !isDefault && Boolean.TRUE.equals(checked.makeDefault());
    try {
      return settled(
          documents.change(
              departments.mongoCollection(),
              loaded,
              department -> {
                checked.applyTo(department);
                if (becomes) {
                  department.makeDefaultSince = Documents.now(clock);
                }
              },
              edited -> {
                DepartmentEvents.changed(edited.entries(), edited.after(), defaultId);
                edited.entries().audit("department.changed", actorId, id, edited.fields());
              }));
    } catch (DuplicateKeyException taken) {
      throw nameTaken();
    }
  }

  void delete(
      UUID tenantId, UUID id, @Nullable String ifMatch, @Nullable UUID successorId, UUID actorId) {
    long expected = Preconditions.expectedVersion(ifMatch);
    Department loaded = departments.require(tenantId, id);
    if (loaded.version != expected) {
      throw Preconditions.stale();
    }
    UUID defaultId = tenants.require(tenantId).defaultDepartmentId;
    boolean isDefault = DepartmentEvents.isDefault(loaded, defaultId);
    if (isDefault && successorId == null) {
      throw ProblemException.rule(
          "successor-required", "Say which department is the default after this one.");
    }
    UUID successor = successorId == null ? defaultId : successorId;
    if (successor.equals(id) || departments.find(tenantId, successor).isEmpty()) {
      throw ProblemException.invalid(
          "/successorId", "unknown-department", "Not another department of this business.");
    }
    if (isDefault) {
      wishDefault(tenantId, successor, defaultId, actorId);
      // The wish is settled without announcing the old default: its next event is its last one.
      tenants.makeDefault(tenantId, successor);
    }
    try {
      bury(loaded, successor, actorId);
    } finally {
      departments.find(tenantId, successor).ifPresent(this::settled);
      followUps.settle(tenantId);
    }
  }

  private void bury(Department loaded, UUID successor, UUID actorId) {
    documents.change(
        departments.mongoCollection(),
        loaded,
        department -> {
          department.deleted = true;
          department.successorId = successor;
          department.nameKey = "deleted " + department.id;
          department.makeDefaultSince = null;
        },
        edited -> {
          DepartmentEvents.changed(edited.entries(), edited.after(), successor);
          edited
              .entries()
              .audit("department.deleted", actorId, loaded.id, java.util.Set.of("successorId"));
        });
  }

  private void wishDefault(UUID tenantId, UUID departmentId, UUID defaultId, UUID actorId) {
    documents.retrying(
        () -> departments.find(tenantId, departmentId).orElse(null),
        department ->
            documents.change(
                departments.mongoCollection(),
                department,
                d -> d.makeDefaultSince = Documents.now(clock),
                edited -> {
                  DepartmentEvents.changed(edited.entries(), edited.after(), defaultId);
                  edited
                      .entries()
                      .audit("department.changed", actorId, departmentId, edited.fields());
                }));
  }

  /** Fulfils the wish to be the default, if the department has it. */
  private DepartmentView settled(Department department) {
    if (department.makeDefaultSince != null) {
      tenants.makeDefault(department.tenantId, department.id);
      departments.becameDefault(department);
      followUps.settle(department.tenantId);
    }
    return view(department);
  }

  private DepartmentView view(Department department) {
    return DepartmentView.of(department, tenants.require(department.tenantId).defaultDepartmentId);
  }

  private static ProblemException nameTaken() {
    return ProblemException.conflict(
        "department-name-exists", "Another department has this name already.");
  }

  @Scheduled(
      every = "${dakenh.config.sweep:10s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void sweep() {
    for (Department wishing : departments.becomingDefaultBefore(clock.instant().minus(SWEEP_AGE))) {
      settled(wishing);
    }
  }
}
