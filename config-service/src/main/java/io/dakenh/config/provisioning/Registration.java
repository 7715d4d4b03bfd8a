package io.dakenh.config.provisioning;

import io.dakenh.config.identity.EmailTakenException;
import io.dakenh.config.identity.FirstPassword;
import io.dakenh.config.storage.Indexes;
import io.dakenh.config.tenant.TenantRepository;
import io.dakenh.config.tenant.TenantRules;
import io.dakenh.platform.tenancy.Roles;
import io.dakenh.platform.time.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Creates the business of somebody who signed up. */
@ApplicationScoped
public class Registration {
  private final Provisioning provisioning;
  private final TenantRepository tenants;
  private final Indexes indexes;

  @Inject
  Registration(Provisioning provisioning, TenantRepository tenants, Indexes indexes) {
    this.provisioning = provisioning;
    this.tenants = tenants;
    this.indexes = indexes;
  }

  /** Key of a widget that will be. */
  public String newWidgetKey() {
    return WidgetKeys.next();
  }

  /** Id of anything that will be. */
  public UUID newId() {
    return Ids.next();
  }

  /** Whether everything of it exists: the tenant's document comes last. */
  public boolean complete(UUID tenantId) {
    return tenants.findByIdOptional(tenantId).isPresent();
  }

  /**
   * Creates it, or goes on where an earlier try ended; what fails in between is finished by the
   * sweep.
   *
   * @throws EmailTakenException when somebody signs in with the address already
   */
  public void create(NewBusiness business) {
    indexes.require();
    if (complete(business.id())) {
      return;
    }
    ProvisioningJob job = new ProvisioningJob();
    job.kind = ProvisioningJob.TENANT;
    job.id = business.id();
    job.tenantId = business.id();
    job.role = Roles.OWNER;
    job.selfMade = true;
    job.tenantName = business.name();
    job.personName = business.ownerName();
    job.email = business.email();
    job.passwordHash = business.password();
    job.locale = business.locale();
    job.timeZone = TenantRules.DEFAULT_TIME_ZONE;
    job.referralCode = business.referralCode();
    job.referralClickId = business.referralVisit();
    job.departmentId = business.departmentId();
    job.widgetKey = business.widgetKey();
    FirstPassword password = new FirstPassword.Hashed(business.password());
    if (provisioning.run(job, password).isEmpty() && !complete(business.id())) {
      throw TenantCreation.inProgress();
    }
  }
}
