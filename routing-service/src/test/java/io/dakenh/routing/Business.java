package io.dakenh.routing;

import static org.awaitility.Awaitility.await;

import io.dakenh.contracts.config.BusinessHours;
import io.dakenh.contracts.config.DepartmentChanged;
import io.dakenh.contracts.config.StaffChanged;
import io.dakenh.contracts.event.EventCatalog;
import io.dakenh.contracts.livetalk.AgentPresenceChanged;
import io.dakenh.contracts.livetalk.ConversationClosed;
import io.dakenh.contracts.livetalk.ConversationOpened;
import io.dakenh.contracts.livetalk.ConversationReopened;
import io.dakenh.contracts.livetalk.ConversationTransferred;
import io.dakenh.contracts.livetalk.MessageSent;
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

  /** What a department may have beside its rules. */
  public record Extras(
      @Nullable Integer capacity, @Nullable Boolean preferPrevious, @Nullable BusinessHours hours) {
    public static Extras capacity(int most) {
      return new Extras(most, null, null);
    }

    public static Extras hours(BusinessHours hours) {
      return new Extras(null, null, hours);
    }
  }

  public UUID department(Rules rules, Extras extras, UUID... agents) {
    UUID id = UUID.randomUUID();
    department(id, rules, extras, agents);
    return id;
  }

  /** The default department, with what it has beside its rules. */
  public void department(UUID id, Rules rules, Extras extras, UUID... agents) {
    publish(
        id,
        new DepartmentChanged(
            tenantId,
            id,
            next(id),
            "Tư vấn",
            rules.mode(),
            rules.passOnSeconds(),
            rules.totalSeconds(),
            List.of(agents),
            true,
            false,
            null,
            null,
            extras.capacity(),
            extras.preferPrevious(),
            extras.hours()));
  }

  public void capacity(UUID agentId, @Nullable Integer capacity) {
    long version = next(agentId);
    probe.publish(
        EventCatalog.STAFF_CHANGED,
        agentId.toString(),
        tenantId,
        new StaffChanged(
            tenantId,
            agentId,
            version,
            names.getOrDefault(agentId, "Người mới"),
            "agent",
            true,
            null,
            capacity));
    awaitCount(
        1,
        "select count(*) from agent where tenant_id = ? and id = ? and version = " + version,
        tenantId,
        agentId);
  }

  public void transfer(
      UUID conversationId,
      UUID transferId,
      @Nullable UUID departmentId,
      @Nullable UUID wantedAgentId,
      UUID byAgentId) {
    probe.publish(
        EventCatalog.CONVERSATION_TRANSFERRED,
        conversationId.toString(),
        tenantId,
        new ConversationTransferred(
            tenantId,
            conversationId,
            transferId,
            departmentId,
            wantedAgentId,
            byAgentId,
            Instant.now()));
  }

  public void reopen(
      UUID conversationId,
      UUID reopeningId,
      @Nullable UUID agentId,
      @Nullable UUID previousAgentId) {
    probe.publish(
        EventCatalog.CONVERSATION_REOPENED,
        conversationId.toString(),
        tenantId,
        new ConversationReopened(
            tenantId,
            conversationId,
            reopeningId,
            agentId == null ? "visitor" : "agent",
            agentId,
            previousAgentId,
            Instant.now()));
  }

  /** Somebody says something. */
  public void say(UUID conversationId, String authorKind, UUID authorId) {
    probe.publish(
        EventCatalog.MESSAGE_SENT,
        conversationId.toString(),
        tenantId,
        new MessageSent(
            tenantId, conversationId, UUID.randomUUID(), 1, authorKind, authorId, Instant.now()));
  }

  private void publish(UUID id, DepartmentChanged department) {
    probe.publish(EventCatalog.DEPARTMENT_CHANGED, id.toString(), tenantId, department);
    awaitCount(
        1,
        "select count(*) from department where tenant_id = ? and id = ? and version = "
            + department.version(),
        tenantId,
        id);
  }

  public void department(
      UUID id,
      Rules rules,
      boolean isDefault,
      boolean deleted,
      @Nullable UUID successorId,
      UUID... agents) {
    publish(
        id,
        new DepartmentChanged(
            tenantId,
            id,
            next(id),
            "Tư vấn",
            rules.mode(),
            rules.passOnSeconds(),
            rules.totalSeconds(),
            List.of(agents),
            isDefault,
            deleted,
            successorId,
            null));
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

  /** A visitor comes, perhaps again. */
  public UUID openOf(UUID visitorId) {
    UUID conversationId = UUID.randomUUID();
    ConversationOpened plain = opened(conversationId, null);
    probe.publish(
        EventCatalog.CONVERSATION_OPENED,
        conversationId.toString(),
        tenantId,
        new ConversationOpened(
            plain.tenantId(),
            plain.conversationId(),
            plain.channelKind(),
            plain.departmentId(),
            visitorId,
            plain.visitorName(),
            plain.preview(),
            plain.openedAt(),
            null,
            null));
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
            wantedAgentId,
            null));
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
        null,
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
