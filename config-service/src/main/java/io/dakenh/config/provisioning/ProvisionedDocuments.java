package io.dakenh.config.provisioning;

import io.dakenh.config.department.Department;
import io.dakenh.config.department.DepartmentEvents;
import io.dakenh.config.department.DepartmentRepository;
import io.dakenh.config.mail.LinkToken;
import io.dakenh.config.staff.Invitations;
import io.dakenh.config.staff.Staff;
import io.dakenh.config.staff.StaffEvents;
import io.dakenh.config.staff.StaffRepository;
import io.dakenh.config.storage.Documents;
import io.dakenh.config.storage.DuplicateKeyException;
import io.dakenh.config.storage.StoredDocument;
import io.dakenh.config.tenant.FollowUp;
import io.dakenh.config.tenant.FollowUps;
import io.dakenh.config.tenant.OwnerFacts;
import io.dakenh.config.tenant.Tenant;
import io.dakenh.config.tenant.TenantEvents;
import io.dakenh.config.tenant.TenantRepository;
import io.dakenh.config.text.PlainText;
import io.dakenh.config.widget.Widget;
import io.dakenh.config.widget.WidgetDefaults;
import io.dakenh.config.widget.WidgetDocuments;
import io.dakenh.config.widget.WidgetEvents;
import io.dakenh.config.widget.WidgetRepository;
import io.dakenh.platform.tenancy.Roles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Our documents of a new business or person; the tenant's comes last, so that a tenant that can be
 * seen is complete.
 */
@ApplicationScoped
class ProvisionedDocuments {
  private static final Logger LOG = Logger.getLogger(ProvisionedDocuments.class);
  private static final String MODE = "all";
  private static final int PASS_ON_SECONDS = 20;
  private static final int TOTAL_SECONDS = 300;

  private final StaffRepository people;
  private final DepartmentRepository departments;
  private final WidgetRepository widgets;
  private final WidgetDocuments making;
  private final TenantRepository tenants;
  private final FollowUps followUps;
  private final Documents documents;
  private final OwnerFacts owners;
  private final Invitations invitations;

  @Inject
  ProvisionedDocuments(
      StaffRepository people,
      DepartmentRepository departments,
      WidgetRepository widgets,
      WidgetDocuments making,
      TenantRepository tenants,
      FollowUps followUps,
      Documents documents,
      OwnerFacts owners,
      Invitations invitations) {
    this.people = people;
    this.departments = departments;
    this.widgets = widgets;
    this.making = making;
    this.tenants = tenants;
    this.followUps = followUps;
    this.documents = documents;
    this.owners = owners;
    this.invitations = invitations;
  }

  void make(ProvisioningJob job, UUID personId, String organizationId) {
    unlessThere(() -> insertPerson(job, personId));
    if (job.forTenant()) {
      UUID departmentId = Objects.requireNonNull(job.departmentId);
      String widgetKey = Objects.requireNonNull(job.widgetKey);
      unlessThere(() -> insertDepartment(job, departmentId, personId));
      unlessThere(() -> insertWidget(job, widgetKey));
      unlessThere(() -> insertTenant(job, personId, organizationId));
    } else if (job.role.equals(Roles.OWNER)) {
      tenants.addFollowUp(job.tenantId, FollowUp.CHECK_OWNER, personId);
      followUps.settle(job.tenantId, personId);
    }
  }

  /** A job that is taken up again finds what it made before. */
  private static void unlessThere(Supplier<StoredDocument> insert) {
    try {
      LOG.debugf("made %s", insert.get().id);
    } catch (DuplicateKeyException earlier) {
      LOG.debug("was made before", earlier);
    }
  }

  private Staff insertPerson(ProvisioningJob job, UUID personId) {
    Staff staff = new Staff();
    staff.id = personId;
    staff.tenantId = job.tenantId;
    staff.name = job.personName;
    staff.email = job.email;
    staff.role = job.role;
    staff.provisioningId = job.id;
    String token = job.invited ? LinkToken.next() : null;
    if (token != null) {
      invitations.begin(staff, token);
    }
    return documents.insert(
        people.mongoCollection(),
        staff,
        entries -> {
          if (token != null) {
            Invitations.letter(entries, staff, token);
          }
          StaffEvents.changed(entries, staff);
          entries.audit("staff.created", job.actorId, personId, Set.of());
        });
  }

  private Department insertDepartment(ProvisioningJob job, UUID departmentId, UUID ownerId) {
    Department department = new Department();
    department.id = departmentId;
    department.tenantId = job.tenantId;
    department.name = job.locale.equals("en") ? "Customer care" : "Chăm sóc khách hàng";
    department.nameKey = PlainText.nameKey(department.name);
    department.allocationMode = MODE;
    department.passOnSeconds = PASS_ON_SECONDS;
    department.totalSeconds = TOTAL_SECONDS;
    department.agentIds = new ArrayList<>(List.of(ownerId));
    return documents.insert(
        departments.mongoCollection(),
        department,
        entries -> {
          DepartmentEvents.changed(entries, department, departmentId);
          entries.audit("department.created", job.actorId, departmentId, Set.of());
        });
  }

  private Widget insertWidget(ProvisioningJob job, String widgetKey) {
    Widget widget = WidgetDefaults.of(job.tenantId, widgetKey, job.locale);
    making.start(widget, Objects.requireNonNull(job.tenantName));
    return documents.insert(
        widgets.mongoCollection(), widget, entries -> WidgetEvents.published(entries, widget));
  }

  private Tenant insertTenant(ProvisioningJob job, UUID ownerId, String organizationId) {
    Tenant tenant = new Tenant();
    tenant.id = job.tenantId;
    tenant.tenantId = job.tenantId;
    tenant.name = Objects.requireNonNull(job.tenantName);
    tenant.locale = job.locale;
    tenant.timeZone = Objects.requireNonNull(job.timeZone);
    tenant.referralCode = job.referralCode;
    tenant.referralClickId = job.referralClickId;
    tenant.ownerHash = owners.ownerHash(job.email);
    tenant.ownerDomainHash = owners.domainHash(job.email);
    // Keycloak is told the same: an operator vouches for the address, or the owner confirmed it.
    tenant.ownerVerified = true;
    tenant.checklistOpen = job.selfMade;
    tenant.widgetKey = Objects.requireNonNull(job.widgetKey);
    tenant.organizationId = organizationId;
    tenant.ownerIds = new ArrayList<>(List.of(ownerId));
    tenant.defaultDepartmentId = Objects.requireNonNull(job.departmentId);
    return documents.insert(
        tenants.mongoCollection(),
        tenant,
        entries -> {
          TenantEvents.changed(entries, tenant);
          entries.audit("tenant.created", job.actorId, tenant.id, Set.of());
        });
  }
}
