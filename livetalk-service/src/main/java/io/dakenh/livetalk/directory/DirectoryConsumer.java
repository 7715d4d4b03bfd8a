package io.dakenh.livetalk.directory;

import io.dakenh.contracts.config.DepartmentChanged;
import io.dakenh.contracts.config.StaffChanged;
import io.dakenh.contracts.config.TenantChanged;
import io.dakenh.contracts.config.WidgetPublished;
import io.dakenh.contracts.erasure.TenantErasureRequested;
import io.dakenh.contracts.event.EventCatalog;
import io.dakenh.livetalk.apikey.ApiKeys;
import io.dakenh.livetalk.delivery.Fanout;
import io.dakenh.livetalk.delivery.Frames;
import io.dakenh.livetalk.sequence.note.SequenceNotes;
import io.dakenh.livetalk.settings.Websites;
import io.dakenh.livetalk.store.Database;
import io.dakenh.platform.event.EventInbox;
import io.dakenh.platform.event.EventInboxes;
import io.dakenh.platform.event.EventJson;
import io.dakenh.platform.event.ReceivedEvent;
import io.dakenh.platform.relational.erasure.TenantErasure;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Keeps the directory as config-service tells it. */
@ApplicationScoped
class DirectoryConsumer {
  private final Database database;
  private final Fanout fanout;
  private final Websites websites;
  private final SequenceNotes notes;
  private final EventInbox inbox;

  @Inject
  DirectoryConsumer(
      Database database,
      Fanout fanout,
      Websites websites,
      SequenceNotes notes,
      ApiKeys keys,
      TenantErasure erasure,
      EventInboxes inboxes) {
    this.database = database;
    this.fanout = fanout;
    this.websites = websites;
    this.notes = notes;
    this.inbox =
        inboxes
            .forGroup("livetalk-service")
            .on(EventCatalog.TENANT_CHANGED, this::tenant)
            .on(EventCatalog.STAFF_CHANGED, this::staff)
            .on(EventCatalog.DEPARTMENT_CHANGED, this::department)
            .on(EventCatalog.WIDGET_PUBLISHED, this::widget)
            .on(EventCatalog.API_KEY_CHANGED, keys::follow)
            .onEvenErased(EventCatalog.TENANT_ERASURE_REQUESTED, event -> erase(erasure, event));
  }

  @Incoming("directory")
  @Blocking
  void receive(ConsumerRecords<String, byte[]> batch) {
    inbox.receive(batch);
  }

  private void tenant(ReceivedEvent<TenantChanged> event) {
    TenantChanged tenant = event.payload();
    int changed =
        database.update(
            """
            insert into tenant (id, version, name, widget_key, status, locale, time_zone) values (?, ?, ?, ?, ?, ?, ?)
            on conflict (id) do update
            set version = excluded.version, name = excluded.name, widget_key = excluded.widget_key, status = excluded.status,
                locale = excluded.locale, time_zone = excluded.time_zone
            where tenant.version < excluded.version""",
            event.tenantId(),
            tenant.version(),
            tenant.name(),
            tenant.widgetKey(),
            tenant.status(),
            tenant.locale(),
            tenant.timeZone());
    if (changed > 0 && !"active".equals(tenant.status())) {
      UUID suspended = event.tenantId();
      database.afterCommit(() -> fanout.dismissTenant(suspended));
    }
  }

  /** Whoever is still there is sent away before their conversations go. */
  private void erase(TenantErasure erasure, ReceivedEvent<TenantErasureRequested> event) {
    erasure.begin(event);
    database.afterCommit(() -> fanout.dismissTenant(event.tenantId()));
  }

  private void staff(ReceivedEvent<StaffChanged> event) {
    StaffChanged person = event.payload();
    int changed =
        database.update(
            """
            insert into staff (tenant_id, id, version, name, role, active, avatar_url, email) values (?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (tenant_id, id) do update
            set version = excluded.version, name = excluded.name, role = excluded.role,
                active = excluded.active, avatar_url = excluded.avatar_url, email = excluded.email
            where staff.version < excluded.version""",
            event.tenantId(),
            person.staffId(),
            person.version(),
            person.name(),
            person.role(),
            person.active(),
            person.avatarUrl(),
            person.email());
    if (changed > 0) {
      notes.agent(event.tenantId(), person.staffId());
    }
    if (changed > 0 && !person.active()) {
      UUID tenantId = event.tenantId();
      database.afterCommit(() -> fanout.dismissAgent(tenantId, person.staffId()));
    }
  }

  private void department(ReceivedEvent<DepartmentChanged> event) {
    DepartmentChanged department = event.payload();
    UUID tenantId = event.tenantId();
    boolean newFace = representsWithAnotherFace(tenantId, department);
    int changed =
        database.update(
            """
        insert into department (tenant_id, id, version, name, agent_ids, default_department, deleted, picture_url, hours) values (?, ?, ?, ?, ?, ?, ?, ?, ?)
        on conflict (tenant_id, id) do update
        set version = excluded.version, name = excluded.name, agent_ids = excluded.agent_ids,
            default_department = excluded.default_department, deleted = excluded.deleted, picture_url = excluded.picture_url, hours = excluded.hours
        where department.version < excluded.version""",
            event.tenantId(),
            department.departmentId(),
            department.version(),
            department.name(),
            department.agentIds().toArray(UUID[]::new),
            department.defaultDepartment(),
            department.deleted(),
            department.pictureUrl(),
            department.hours() == null ? null : EventJson.write(department.hours()));
    if (changed > 0 && newFace) {
      String frame = Frames.encode(new Frames.SettingsChanged(department.version(), "window"));
      database.afterCommit(() -> fanout.toVisitors(tenantId, frame));
    }
    if (department.deleted() && department.successorId() != null) {
      database.update(
          "update conversation set department_id = ?, version = version + 1 where tenant_id = ? and department_id = ? and state = 'open'",
          department.successorId(),
          event.tenantId(),
          department.departmentId());
      notes.department(event.tenantId(), department.successorId());
    }
    notes.department(event.tenantId(), department.departmentId());
  }

  /** Visitors who see the department in place of its agents have to see it change. */
  private boolean representsWithAnotherFace(UUID tenantId, DepartmentChanged department) {
    return database
        .first(
            """
            select d.name <> ? or d.picture_url is distinct from ?
            from department d
            join section_settings s on s.tenant_id = d.tenant_id and s.section = 'window' and s.represents
            where d.tenant_id = ? and d.id = ?""",
            row -> row.getBoolean(1),
            department.name(),
            department.pictureUrl(),
            tenantId,
            department.departmentId())
        .orElse(Boolean.FALSE);
  }

  private void widget(ReceivedEvent<WidgetPublished> event) {
    WidgetPublished widget = event.payload();
    UUID tenantId = event.tenantId();
    List<String> allowed = widget.allowedWebsites();
    websites.published(tenantId, widget.version(), allowed == null ? List.of() : allowed);
    String frame = Frames.encode(new Frames.SettingsChanged(widget.version(), null));
    database.afterCommit(() -> fanout.toVisitors(tenantId, frame));
  }
}
