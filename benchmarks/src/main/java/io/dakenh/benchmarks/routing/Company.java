package io.dakenh.benchmarks.routing;

import io.dakenh.contracts.config.DepartmentChanged;
import io.dakenh.contracts.config.StaffChanged;
import io.dakenh.contracts.event.EventCatalog;
import io.dakenh.contracts.livetalk.AgentPresenceChanged;
import io.dakenh.contracts.livetalk.ConversationOpened;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;

/** A business made for one measurement: departments of equal size, told as config-service would. */
final class Company {
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  final UUID tenantId = UUID.randomUUID();
  final List<UUID> departments = new ArrayList<>();
  final List<UUID> agents = new ArrayList<>();
  private final RoutingStage stage;
  private final EventWire wire;
  private long presenceVersion;

  private Company(RoutingStage stage, EventWire wire) {
    this.stage = stage;
    this.wire = wire;
  }

  /** What its departments are like. */
  record Rules(String mode, int passOnSeconds, int totalSeconds) {}

  static Company of(
      RoutingStage stage, EventWire wire, int departments, int agentsEach, Rules rules) {
    Company company = new Company(stage, wire);
    for (int i = 0; i < departments; i++) {
      company.department(agentsEach, rules, i == 0);
    }
    wire.flush();
    company.await(
        departments,
        "select count(*) from department where tenant_id = '" + company.tenantId + "'");
    company.await(
        company.agents.size(),
        "select count(*) from agent where active and tenant_id = '" + company.tenantId + "'");
    return company;
  }

  private void department(int size, Rules rules, boolean first) {
    List<UUID> members = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      UUID id = UUID.randomUUID();
      members.add(id);
      wire.publish(
          EventCatalog.STAFF_CHANGED,
          id,
          tenantId,
          new StaffChanged(tenantId, id, 1, "Nhân viên " + agents.size() + i, "agent", true, null));
    }
    UUID id = UUID.randomUUID();
    wire.publish(
        EventCatalog.DEPARTMENT_CHANGED,
        id,
        tenantId,
        new DepartmentChanged(
            tenantId,
            id,
            1,
            "Bộ phận " + departments.size(),
            rules.mode(),
            rules.passOnSeconds(),
            rules.totalSeconds(),
            members,
            first,
            false,
            null,
            null));
    departments.add(id);
    agents.addAll(members);
  }

  /** Tells that everyone is there or not; returns at once. */
  void everyone(String state) {
    presenceVersion++;
    for (UUID id : agents) {
      wire.publish(
          EventCatalog.AGENT_PRESENCE_CHANGED,
          id,
          tenantId,
          new AgentPresenceChanged(tenantId, id, state, presenceVersion, Instant.now()));
    }
    wire.flush();
  }

  void awaitEveryone(String state) {
    await(
        agents.size(),
        "select count(*) from agent where tenant_id = '"
            + tenantId
            + "' and presence = '"
            + state
            + "'");
  }

  /** A visitor comes to a department. */
  UUID open(int department) {
    UUID id = UUID.randomUUID();
    wire.publish(
        EventCatalog.CONVERSATION_OPENED,
        id,
        tenantId,
        new ConversationOpened(
            tenantId,
            id,
            "livetalk",
            departments.get(department % departments.size()),
            UUID.randomUUID(),
            "Khách",
            "Xin chào",
            Instant.now(),
            null,
            null));
    return id;
  }

  void await(long expected, String sql) {
    Awaitility.await(sql)
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .until(() -> count(sql) == expected);
  }

  long count(String sql) {
    try (Connection connection = stage.database();
        PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet rows = statement.executeQuery()) {
      rows.next();
      return rows.getLong(1);
    } catch (SQLException refused) {
      throw new IllegalStateException(sql, refused);
    }
  }
}
