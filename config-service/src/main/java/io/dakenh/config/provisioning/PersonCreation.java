package io.dakenh.config.provisioning;

import io.dakenh.config.identity.EmailTakenException;
import io.dakenh.config.identity.FirstPassword;
import io.dakenh.config.mail.Mails;
import io.dakenh.config.staff.CreateStaff;
import io.dakenh.config.staff.StaffCreation;
import io.dakenh.config.staff.StaffRepository;
import io.dakenh.config.staff.StaffRules;
import io.dakenh.config.staff.StaffView;
import io.dakenh.config.storage.IdempotencyKeys;
import io.dakenh.config.storage.Indexes;
import io.dakenh.config.tenant.Tenant;
import io.dakenh.config.tenant.TenantRepository;
import io.dakenh.config.text.BodyCheck;
import io.dakenh.platform.problem.ProblemException;
import io.dakenh.platform.problem.ProblemKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Adds a person to a business; who comes without a password is invited by mail. */
@ApplicationScoped
class PersonCreation implements StaffCreation {
  private static final String OPERATION = "staff";

  private final Provisioning provisioning;
  private final StaffRepository people;
  private final TenantRepository tenants;
  private final Mails mails;
  private final IdempotencyKeys idempotency;
  private final Indexes indexes;

  @Inject
  PersonCreation(
      Provisioning provisioning,
      StaffRepository people,
      TenantRepository tenants,
      Mails mails,
      IdempotencyKeys idempotency,
      Indexes indexes) {
    this.provisioning = provisioning;
    this.people = people;
    this.tenants = tenants;
    this.mails = mails;
    this.idempotency = idempotency;
    this.indexes = indexes;
  }

  @Override
  public StaffView create(
      UUID tenantId, @Nullable CreateStaff request, @Nullable String key, UUID actorId) {
    indexes.require();
    Tenant tenant = tenants.require(tenantId);
    ProvisioningJob job = new ProvisioningJob();
    FirstPassword password = check(request, job);
    if (job.invited) {
      mails.require();
    }
    String scope = tenantId.toString();
    IdempotencyKeys.Reservation reserved =
        idempotency.reserve(
            scope, OPERATION, key, String.join("\n", job.personName, job.email, job.role));
    Optional<StaffView> earlier =
        reserved.repeated()
            ? people.findProvisioned(tenantId, reserved.id()).map(StaffView::of)
            : Optional.empty();
    if (earlier.isPresent()) {
      return earlier.get();
    }
    job.id = reserved.id();
    job.tenantId = tenantId;
    job.actorId = actorId;
    job.locale = tenant.locale;
    job.organizationId = tenant.organizationId;
    try {
      UUID personId = provisioning.run(job, password).orElseThrow(TenantCreation::inProgress);
      return StaffView.of(people.require(tenantId, personId));
    } catch (EmailTakenException taken) {
      idempotency.forget(scope, OPERATION, key);
      throw TenantCreation.emailExists();
    } catch (ProblemException refused) {
      if (!refused.kind().temporary()) {
        idempotency.forget(scope, OPERATION, key);
      }
      throw refused;
    }
  }

  private static FirstPassword check(@Nullable CreateStaff request, ProvisioningJob job) {
    if (request == null) {
      throw ProblemException.of(
          ProblemKind.INVALID, "malformed-json", "The body is not the JSON expected here.");
    }
    BodyCheck check = new BodyCheck();
    job.kind = ProvisioningJob.STAFF;
    job.personName = check.line("/name", request.name(), StaffRules.NAME_LENGTH);
    job.email = StaffRules.email(check, "/email", request.email());
    job.role = check.oneOf("/role", request.role(), StaffRules.ROLES);
    if (request.password() == null) {
      check.done();
      job.invited = true;
      return new FirstPassword.Chosen();
    }
    String password = StaffRules.password(check, "/password", request.password());
    check.done();
    return new FirstPassword.Typed(password);
  }
}
