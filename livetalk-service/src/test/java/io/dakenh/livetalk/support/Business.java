package io.dakenh.livetalk.support;

import static io.restassured.RestAssured.given;

import io.dakenh.contracts.config.BusinessHours;
import io.dakenh.contracts.config.DepartmentChanged;
import io.dakenh.contracts.config.SectionPublished;
import io.dakenh.contracts.config.StaffChanged;
import io.dakenh.contracts.config.TenantChanged;
import io.dakenh.contracts.config.WidgetPublished;
import io.dakenh.contracts.event.EventCatalog;
import io.dakenh.contracts.routing.ConversationAllocated;
import io.dakenh.devstack.mail.Mailbox;
import io.dakenh.devstack.test.EventProbe;
import io.dakenh.devstack.test.FreshTenant;
import io.dakenh.devstack.test.FreshTenant.Person;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/**
 * A business that exists for one test: known to the service by the events config-service would
 * send.
 */
public final class Business implements AutoCloseable {
  private final FreshTenant tenant;
  private final EventProbe events;
  private final String widgetKey = "wk-" + UUID.randomUUID();
  private final UUID departmentId = UUID.randomUUID();
  private final List<Person> agents;
  private final List<SocketClient> clients = new ArrayList<>();

  private Business(FreshTenant tenant, List<Person> agents) {
    this.tenant = tenant;
    this.agents = agents;
    this.events = EventProbe.connect();
  }

  /** A business with an owner, one department, and this many agents in it. */
  public static Business withAgents(int count) {
    FreshTenant tenant = FreshTenant.create();
    List<Person> agents = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      agents.add(tenant.agent("Nhân viên " + (i + 1)));
    }
    Business business = new Business(tenant, agents);
    business.announce();
    return business;
  }

  private void announce() {
    publishTenant(1, "active");
    publishStaff(tenant.owner(), 1, true);
    agents.forEach(agent -> publishStaff(agent, 1, true));
    publishDepartment(departmentId, 1, "Bán hàng", agents.stream().map(Person::id).toList());
    Awaitility.await("the business is known")
        .until(
            () ->
                given()
                        .contentType(ContentType.JSON)
                        .body(Map.of("widgetKey", widgetKey))
                        .post("/api/v1/public/visitor-sessions")
                        .statusCode()
                    == 200);
    Awaitility.await("its people are known")
        .until(
            () ->
                given()
                        .auth()
                        .oauth2(tenant.owner().token())
                        .get("/api/v1/agents?limit=100")
                        .jsonPath()
                        .getList("items")
                        .size()
                    == agents.size() + 1);
  }

  /** What it is called. */
  public String name() {
    return tenant.name();
  }

  /** Says what the business is. */
  public void publishTenant(long version, String status) {
    events.publish(
        EventCatalog.TENANT_CHANGED,
        id().toString(),
        id(),
        new TenantChanged(
            id(),
            version,
            tenant.name(),
            widgetKey,
            status,
            "vi",
            "Asia/Ho_Chi_Minh",
            null,
            Instant.now()));
  }

  /** Says who a person is. */
  public void publishStaff(Person person, long version, boolean active) {
    events.publish(
        EventCatalog.STAFF_CHANGED,
        person.id().toString(),
        id(),
        new StaffChanged(id(), person.id(), version, person.name(), person.role(), active, null));
  }

  /** Says where mail for a person goes. */
  public void publishEmail(Person person, long version, String email) {
    events.publish(
        EventCatalog.STAFF_CHANGED,
        person.id().toString(),
        id(),
        new StaffChanged(
            id(), person.id(), version, person.name(), person.role(), true, null, null, email));
  }

  /** What arrives at an address. */
  public static Mailbox mailbox(String address) {
    return new Mailbox(
        ConfigProvider.getConfig().getValue("dakenh.test.mailbox", String.class), address);
  }

  /** An address nobody else writes to. */
  public static String address() {
    return "thu-" + UUID.randomUUID() + "@example.test";
  }

  /** Says what a department is. */
  public void publishDepartment(UUID department, long version, String name, List<UUID> agentIds) {
    events.publish(
        EventCatalog.DEPARTMENT_CHANGED,
        department.toString(),
        id(),
        new DepartmentChanged(
            id(),
            department,
            version,
            name,
            "all",
            20,
            300,
            agentIds,
            department.equals(departmentId),
            false,
            null,
            null));
  }

  /** The owner says when the default department answers. */
  public void publishHours(long version, @Nullable BusinessHours hours) {
    events.publish(
        EventCatalog.DEPARTMENT_CHANGED,
        departmentId.toString(),
        id(),
        new DepartmentChanged(
            id(),
            departmentId,
            version,
            "Bán hàng",
            "all",
            20,
            300,
            agents.stream().map(Person::id).toList(),
            true,
            false,
            null,
            null,
            null,
            null,
            hours));
  }

  /** The owner gave the department another name and a picture. */
  public void publishFace(long version, String name, String pictureUrl) {
    events.publish(
        EventCatalog.DEPARTMENT_CHANGED,
        departmentId.toString(),
        id(),
        new DepartmentChanged(
            id(),
            departmentId,
            version,
            name,
            "all",
            20,
            300,
            agents.stream().map(Person::id).toList(),
            true,
            false,
            null,
            pictureUrl));
  }

  /** The owner published a section. */
  public void publishSection(String section, long version, String content) {
    events.publish(
        EventCatalog.SECTION_PUBLISHED,
        id() + ":" + section,
        id(),
        new SectionPublished(id(), section, version, content));
  }

  /** A new version of the widget's document is out. */
  public void publishWidget(long version, List<String> allowedWebsites) {
    events.publish(
        EventCatalog.WIDGET_PUBLISHED,
        id().toString(),
        id(),
        new WidgetPublished(id(), widgetKey, version, allowedWebsites));
  }

  /** Routing lets an agent join. */
  public void allocate(UUID conversationId, Person agent) {
    allocate(conversationId, agent, departmentId, UUID.randomUUID());
  }

  /** Routing lets an agent of a department join. */
  public void allocate(UUID conversationId, Person agent, UUID department, UUID allocationId) {
    events.publish(
        EventCatalog.CONVERSATION_ALLOCATED,
        conversationId.toString(),
        id(),
        new ConversationAllocated(
            id(), conversationId, allocationId, agent.id(), department, "offer", Instant.now()));
  }

  /** Tenant id. */
  public UUID id() {
    return tenant.id();
  }

  /** Key in the embed snippet. */
  public String widgetKey() {
    return widgetKey;
  }

  /** The only department, which is the default one. */
  public UUID departmentId() {
    return departmentId;
  }

  /** The owner. */
  public Person owner() {
    return tenant.owner();
  }

  /** One of the agents. */
  public Person agent(int index) {
    return agents.get(index);
  }

  /** A person the service has not heard of. */
  public Person stranger() {
    return tenant.agent();
  }

  /** The broker. */
  public EventProbe events() {
    return events;
  }

  /** A token for a new visitor. */
  public String visitorToken() {
    return given()
        .contentType(ContentType.JSON)
        .body(Map.of("widgetKey", widgetKey))
        .post("/api/v1/public/visitor-sessions")
        .then()
        .statusCode(200)
        .extract()
        .path("visitorToken");
  }

  /** A new visitor's socket. */
  public SocketClient visitor() {
    return visitor(visitorToken());
  }

  /** A visitor's socket. */
  public SocketClient visitor(String token) {
    return kept(SocketClient.connect(url("/ws/visitor"), token));
  }

  /** A person's socket. */
  public SocketClient desk(Person person) {
    return kept(SocketClient.connect(url("/ws/agent"), person.token()));
  }

  /** Opens a conversation and lets an agent join; both sides have seen it when this returns. */
  public UUID talk(SocketClient visitor, SocketClient desk, Person agent) {
    UUID conversationId = visitor.open("Chào shop");
    allocate(conversationId, agent);
    for (SocketClient each : List.of(visitor, desk)) {
      each.await(
          frame ->
              frame.path("conversation").path("id").asText().equals(conversationId.toString())
                  && frame.path("conversation").path("agents").size() > 0);
    }
    return conversationId;
  }

  /** Address of a socket endpoint. */
  public static URI url(String path) {
    return URI.create("ws://localhost:" + RestAssured.port + path);
  }

  private SocketClient kept(SocketClient client) {
    clients.add(client);
    return client;
  }

  @Override
  public void close() {
    clients.forEach(SocketClient::close);
    events.close();
  }
}
