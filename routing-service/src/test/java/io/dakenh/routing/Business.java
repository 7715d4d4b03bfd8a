package io.dakenh.routing;

import static org.awaitility.Awaitility.await;

import io.dakenh.contracts.config.DepartmentChanged;
import io.dakenh.contracts.config.StaffChanged;
import io.dakenh.contracts.event.EventCatalog;
import io.dakenh.contracts.livetalk.AgentPresenceChanged;
import io.dakenh.contracts.livetalk.ConversationClosed;
import io.dakenh.contracts.livetalk.ConversationOpened;
import io.dakenh.contracts.routing.OfferMade;
import io.dakenh.contracts.routing.OfferResolved;
import io.dakenh.devstack.identity.Tokens;
import io.dakenh.devstack.test.EventProbe;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A fresh business with people, departments and conversations, seen from outside: events and HTTP.
 */
public final class Business implements AutoCloseable {
  public static final Rules ALL = new Rules("all", 20, 300);
  public static final Rules SEQUENTIAL = new Rules("sequential", 20, 300);

  public final UUID tenantId = UUID.randomUUID();
  public final EventProbe probe = EventProbe.connect();
  private final DataSource database;
  private final Map<UUID, String> names = new HashMap<>();
  private final Map<UUID, Long> versions = new HashMap<>();

  /** A new one. */
  public Business(DataSource database) {
    this.database = database;
  }

  public record Rules(String mode, int passOnSeconds, int totalSeconds) {}

  public UUID agent(String name) {
    UUID id = UUID.randomUUID();
    names.put(id, name);
    staff(id, true);
    awaitCount(
        1,
        "select count(*) from agent where tenant_id = ? and id = ? and version > 0",
        tenantId,
        id);
    return id;
  }

  public void staff(UUID id, boolean active) {
    probe.publish(
        EventCatalog.STAFF_CHANGED,
        id.toString(),
        tenantId,
        new StaffChanged(
            tenantId, id, next(id), names.getOrDefault(id, "Người mới"), "agent", active, null));
  }

  public UUID onlineAgent(String name) {
    UUID id = agent(name);
    presence(id, "online");
    return id;
  }

  public void presence(UUID agentId, String state) {
    presence(agentId, state, next(agentId));
    awaitCount(
        1,
        "select count(*) from agent where tenant_id = ? and id = ? and presence = ?",
        tenantId,
        agentId,
        state);
  }

  public void presence(UUID agentId, String state, long version) {
    probe.publish(
        EventCatalog.AGENT_PRESENCE_CHANGED,
        agentId.toString(),
        tenantId,
        new AgentPresenceChanged(tenantId, agentId, state, version, Instant.now()));
  }

  public UUID department(Rules rules, UUID... agents) {
    UUID id = UUID.randomUUID();
    department(id, rules, true, false, null, agents);
    return id;
  }

  public void department(
      UUID id,
      Rules rules,
      boolean isDefault,
      boolean deleted,
      @Nullable UUID successorId,
      UUID... agents) {
    long version = next(id);
    probe.publish(
        EventCatalog.DEPARTMENT_CHANGED,
        id.toString(),
        tenantId,
        new DepartmentChanged(
            tenantId,
            id,
            version,
            "Tư vấn",
            rules.mode(),
            rules.passOnSeconds(),
            rules.totalSeconds(),
            List.of(agents),
            isDefault,
            deleted,
            successorId,
            null));
    awaitCount(
        1,
        "select count(*) from department where tenant_id = ? and id = ? and version = " + version,
        tenantId,
        id);
  }

  public UUID open(@Nullable UUID departmentId) {
    UUID conversationId = UUID.randomUUID();
    probe.publish(
        EventCatalog.CONVERSATION_OPENED,
        conversationId.toString(),
        tenantId,
        opened(conversationId, departmentId));
    return conversationId;
  }

  /** A visitor asks for somebody by name. */
  public UUID openFor(UUID wantedAgentId, UUID departmentId) {
    UUID conversationId = UUID.randomUUID();
    ConversationOpened plain = opened(conversationId, departmentId);
    probe.publish(
        EventCatalog.CONVERSATION_OPENED,
        conversationId.toString(),
        tenantId,
        new ConversationOpened(
            plain.tenantId(),
            plain.conversationId(),
            plain.channelKind(),
            plain.departmentId(),
            plain.visitorId(),
            plain.visitorName(),
            plain.preview(),
            plain.openedAt(),
            wantedAgentId));
    return conversationId;
  }

  public ConversationOpened opened(UUID conversationId, @Nullable UUID departmentId) {
    return new ConversationOpened(
        tenantId,
        conversationId,
        "livetalk",
        departmentId,
        UUID.randomUUID(),
        "Khách 4821",
        "Xin chào, tôi cần tư vấn",
        Instant.now(),
        null);
  }

  public void close(UUID conversationId) {
    probe.publish(
        EventCatalog.CONVERSATION_CLOSED,
        conversationId.toString(),
        tenantId,
        new ConversationClosed(tenantId, conversationId, "visitor", Instant.now()));
  }

  public OfferMade awaitOffer(UUID conversationId, UUID agentId) {
    return probe.await(
        EventCatalog.OFFER_MADE,
        tenantId,
        made -> made.conversationId().equals(conversationId) && made.agentId().equals(agentId));
  }

  public OfferResolved awaitResolved(UUID offerId) {
    return probe.await(
        EventCatalog.OFFER_RESOLVED, tenantId, resolved -> resolved.offerId().equals(offerId));
  }

  public List<OfferMade> offersOf(UUID conversationId) {
    return probe.present(EventCatalog.OFFER_MADE, tenantId).stream()
        .filter(made -> made.conversationId().equals(conversationId))
        .toList();
  }

  public void awaitState(UUID conversationId, String state) {
    awaitCount(
        1,
        "select count(*) from allocation where tenant_id = ? and conversation_id = ? and state = ?",
        tenantId,
        conversationId,
        state);
  }

  public String token(UUID agentId) {
    return Tokens.agent(tenantId, agentId, names.getOrDefault(agentId, "Nhân Viên"));
  }

  public String ownerToken() {
    return Tokens.owner(tenantId);
  }

  public Response accept(UUID agentId, UUID offerId) {
    return as(token(agentId)).post("/api/v1/offers/{id}/accept", offerId);
  }

  public Response decline(UUID agentId, UUID offerId) {
    return as(token(agentId)).post("/api/v1/offers/{id}/decline", offerId);
  }

  public static RequestSpecification as(String token) {
    return RestAssured.given().auth().oauth2(token);
  }

  public void awaitCount(int expected, String sql, Object... arguments) {
    await(sql).until(() -> count(sql, arguments) == expected);
  }

  public int count(String sql, Object... arguments) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < arguments.length; i++) {
        statement.setObject(i + 1, arguments[i]);
      }
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return rows.getInt(1);
      }
    }
  }

  public int execute(String sql, Object... arguments) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < arguments.length; i++) {
        statement.setObject(i + 1, arguments[i]);
      }
      return statement.executeUpdate();
    }
  }

  private long next(UUID id) {
    return versions.merge(id, 1L, Long::sum);
  }

  @Override
  public void close() {
    probe.close();
  }
}
