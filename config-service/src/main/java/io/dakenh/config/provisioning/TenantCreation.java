package io.dakenh.config.provisioning;

import io.dakenh.config.identity.EmailTakenException;
import io.dakenh.config.identity.FirstPassword;
import io.dakenh.config.staff.StaffRules;
import io.dakenh.config.storage.IdempotencyKeys;
import io.dakenh.config.storage.Indexes;
import io.dakenh.config.tenant.Tenant;
import io.dakenh.config.tenant.TenantRepository;
import io.dakenh.config.tenant.TenantRules;
import io.dakenh.config.tenant.TenantView;
import io.dakenh.config.text.BodyCheck;
import io.dakenh.platform.problem.FieldError;
import io.dakenh.platform.problem.ProblemException;
import io.dakenh.platform.problem.ProblemKind;
import io.dakenh.platform.tenancy.Roles;
import io.dakenh.platform.time.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Creates a business with its owner, default department and widget. */
@ApplicationScoped
class TenantCreation {
  private static final String SCOPE = "operator";
  private static final String OPERATION = "tenant";
  private static final int REFERRAL_CODE_LENGTH = 64;

  private final Provisioning provisioning;
  private final TenantRepository tenants;
  private final IdempotencyKeys idempotency;
  private final Indexes indexes;

  @Inject
  TenantCreation(
      Provisioning provisioning,
      TenantRepository tenants,
      IdempotencyKeys idempotency,
      Indexes indexes) {
    this.provisioning = provisioning;
    this.tenants = tenants;
    this.idempotency = idempotency;
    this.indexes = indexes;
  }

  TenantView create(@Nullable CreateTenant request, @Nullable String key) {
    indexes.require();
    ProvisioningJob job = new ProvisioningJob();
    String password = check(request, job);
    IdempotencyKeys.Reservation reserved =
        idempotency.reserve(SCOPE, OPERATION, key, String.valueOf(request));
    Optional<Tenant> earlier =
        reserved.repeated() ? tenants.findByIdOptional(reserved.id()) : Optional.empty();
    if (earlier.isPresent()) {
      return TenantView.of(earlier.get());
    }
    job.id = reserved.id();
    job.tenantId = reserved.id();
    job.departmentId = Ids.next();
    job.widgetKey = WidgetKeys.next();
    try {
      if (provisioning.run(job, new FirstPassword.Typed(password)).isEmpty()) {
        throw inProgress();
      }
      return TenantView.of(tenants.require(reserved.id()));
    } catch (EmailTakenException taken) {
      idempotency.forget(SCOPE, OPERATION, key);
      throw emailExists();
    } catch (ProblemException refused) {
      if (!refused.kind().temporary()) {
        idempotency.forget(SCOPE, OPERATION, key);
      }
      throw below("/owner", refused);
    }
  }

  private static String check(@Nullable CreateTenant request, ProvisioningJob job) {
    if (request == null) {
      throw ProblemException.of(
          ProblemKind.INVALID, "malformed-json", "The body is not the JSON expected here.");
    }
    BodyCheck check = new BodyCheck();
    CreateTenant.Owner owner =
        request.owner() == null ? new CreateTenant.Owner(null, null, null) : request.owner();
    job.kind = ProvisioningJob.TENANT;
    job.role = Roles.OWNER;
    job.tenantName = check.line("/name", request.name(), TenantRules.NAME_LENGTH);
    job.personName = check.line("/owner/name", owner.name(), StaffRules.NAME_LENGTH);
    job.email = StaffRules.email(check, "/owner/email", owner.email());
    String password = StaffRules.password(check, "/owner/password", owner.password());
    job.locale =
        request.locale() == null
            ? TenantRules.LOCALES.getFirst()
            : check.oneOf("/locale", request.locale(), TenantRules.LOCALES);
    job.timeZone =
        request.timeZone() == null
            ? TenantRules.DEFAULT_TIME_ZONE
            : TenantRules.timeZone(check, "/timeZone", request.timeZone());
    job.referralCode =
        request.referralCode() == null
            ? null
            : check.line("/referralCode", request.referralCode(), REFERRAL_CODE_LENGTH);
    job.referralClickId =
        request.referralVisit() == null || request.referralCode() == null
            ? null
            : visit(check, request.referralVisit());
    check.done();
    return password;
  }

  private static @Nullable UUID visit(BodyCheck check, String typed) {
    try {
      return UUID.fromString(typed);
    } catch (IllegalArgumentException wrong) {
      check.wrong("/referralVisit", "uuid", "Not a UUID.");
      return null;
    }
  }

  static ProblemException emailExists() {
    return ProblemException.conflict(
        "email-exists", "Someone signs in with this e-mail already; use another one.");
  }

  static ProblemException inProgress() {
    return ProblemException.unavailable(
        "provisioning-unavailable",
        "An earlier request with this key is still being worked on. Try again in a moment.",
        null);
  }

  /** What Keycloak says of a person is about the person inside this body. */
  private static ProblemException below(String prefix, ProblemException refused) {
    if (refused.errors().isEmpty()) {
      return refused;
    }
    return ProblemException.invalid(
        refused.errors().stream()
            .map(e -> new FieldError(prefix + e.pointer(), e.code(), e.detail()))
            .toList());
  }
}
