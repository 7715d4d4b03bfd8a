package io.dakenh.config.storage;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.dakenh.config.support.Business;
import io.dakenh.config.support.Section;
import io.dakenh.config.tenant.Consequences;
import io.dakenh.contracts.config.SectionPublished;
import io.dakenh.contracts.event.EventCatalog;
import io.dakenh.devstack.test.EventProbe;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** A process that dies right after its publish was written leaves nothing undone. */
@QuarkusTest
class PublishRecoveryTest {
  @Inject MongoClient mongo;
  @Inject Clock clock;

  @ConfigProperty(name = "quarkus.mongodb.database")
  String database;

  @Test
  void historyAuditEventAndPublicDocumentFollow() {
    Business business = Business.fresh();
    Section window = new Section(business, "window");
    Map<String, Object> content = window.content();
    content.put("title", "Trước khi chết");
    window.draft(content);
    awaitNothingPending(business.id());
    Document left = sections().find(of(business.id())).first();
    Entries entries = entries(business, left.get("draft", Document.class));

    // Twice: as if the relay had died, too, after it did everything and before it noted so.
    for (int times = 1; times <= 2; times++) {
      sections()
          .updateOne(
              of(business.id()),
              Updates.combine(
                  Updates.set("published", left.get("draft")),
                  Updates.set("publishedSchema", 1),
                  Updates.set("publishedVersion", 1L),
                  Updates.set("publishedAt", clock.instant()),
                  Updates.set("publishedBy", business.ownerId()),
                  Updates.unset("draft"),
                  Updates.inc("version", 1L),
                  Updates.pushEach("pending", entries.list())));
      awaitNothingPending(business.id());
    }

    given()
        .get("/api/v1/public/widgets/" + business.widgetKey())
        .then()
        .body("window.title", equalTo("Trước khi chết"))
        .body("version", equalTo(2));
    business
        .asOwner()
        .get(window.path() + "/versions")
        .then()
        .body("items.version", contains(1))
        .body("items[0].changes[0].pointer", equalTo("/title"));
    business
        .asOwner()
        .get("/api/v1/audit-entries?action=section.published")
        .then()
        .body("items.target", contains("window"));
    try (EventProbe events = EventProbe.connect()) {
      events.await(EventCatalog.SECTION_PUBLISHED, business.id(), e -> e.version() == 1);
      events.await(EventCatalog.WIDGET_PUBLISHED, business.id(), e -> e.version() == 2);
    }
  }

  @Test
  void workThatCannotBeDoneHoldsUpNothingElse() {
    Business business = Business.fresh();
    Section window = new Section(business, "window");
    window.publishWith(Map.of("title", "Một"));
    awaitNothingPending(business.id());
    Entries hopeless =
        Entries.at(clock)
            .effect("section.version", "window", "{}")
            .audit("test.done", business.ownerId(), "window", Set.of());

    sections().updateOne(of(business.id()), Updates.pushEach("pending", hopeless.list()));

    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                business
                    .asOwner()
                    .get("/api/v1/audit-entries?action=test.done")
                    .then()
                    .body("items.target", hasItem("window")));
    Business other = Business.fresh();
    try (EventProbe events = EventProbe.connect()) {
      events.await(EventCatalog.TENANT_CHANGED, other.id(), e -> true);
    }
    sections().updateOne(of(business.id()), Updates.set("pending", List.of()));
  }

  private Entries entries(Business business, Document content) {
    String payload =
        new Document("section", "window")
            .append("version", 1)
            .append("publishedBy", business.ownerId().toString())
            .append("schema", 1)
            .append("content", content)
            .append(
                "changes",
                List.of(
                    new Document("pointer", "/title")
                        .append("op", "replace")
                        .append("before", "cũ")
                        .append("after", "Trước khi chết")))
            .toJson();
    return Entries.at(clock)
        .effect("section.version", "window", payload)
        .audit("section.published", business.ownerId(), "window", Set.of("title"))
        .effect(Consequences.RENDER_WIDGET, business.id().toString(), "{}")
        .event(
            EventCatalog.SECTION_PUBLISHED,
            business.id() + ":window",
            new SectionPublished(business.id(), "window", 1, content.toJson()));
  }

  private void awaitNothingPending(UUID tenantId) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                sections().find(of(tenantId)).first().getList("pending", Document.class).isEmpty());
  }

  private static Bson of(UUID tenantId) {
    return Filters.and(Filters.eq("tenantId", tenantId), Filters.eq("section", "window"));
  }

  private MongoCollection<Document> sections() {
    return mongo.getDatabase(database).getCollection(Collections.SECTION);
  }
}
