package io.dakenh.config.section;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.mongodb.client.MongoClient;
import com.mongodb.client.model.Filters;
import io.dakenh.config.storage.Collections;
import io.dakenh.config.support.Business;
import io.dakenh.config.support.Section;
import io.dakenh.config.support.StoreRoad;
import io.dakenh.contracts.rows.Rows;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
class VersionHistoryTest {
  @Inject StoreRoad store;
  @Inject MongoClient mongo;
  @Inject SectionRepository sections;

  @ConfigProperty(name = "quarkus.mongodb.database")
  String database;

  @Test
  @Rows(part = "GEN-4")
  void everyPublishIsAVersionThatCanComeBack() {
    Business business = Business.fresh();
    Section window = new Section(business, "window");
    window.publishWith(Map.of("title", "Một"));
    window.publishWith(Map.of("title", "Hai", "representative", true));
    Map<String, Object> draft = window.content();
    draft.put("title", "Nháp");
    window.draft(draft);

    business
        .asOwner()
        .header("If-Match", window.tag())
        .post(window.path() + "/versions/1/restore")
        .then()
        .statusCode(200)
        .body("publishedVersion", equalTo(3))
        .body("published.title", equalTo("Một"))
        .body("draft.title", equalTo("Nháp"));

    business
        .asOwner()
        .get(window.path() + "/versions")
        .then()
        .statusCode(200)
        .body("items.version", contains(3, 2, 1))
        .body("items[0].restoredFrom", equalTo(1))
        .body("items[1].restoredFrom", nullValue())
        .body("items[0].publishedBy.name", equalTo("Nguyễn Thị Hoa"))
        .body("items[0].content", nullValue())
        .body("items[1].changes", hasSize(2))
        .body("items[1].changes[0].pointer", equalTo("/title"))
        .body("items[1].changes[0].op", equalTo("replace"))
        .body("items[1].changes[0].before", equalTo("Một"))
        .body("items[1].changes[0].after", equalTo("Hai"))
        .body("items[1].changes[1].pointer", equalTo("/representative"));
    business
        .asOwner()
        .get(window.path() + "/versions/2")
        .then()
        .statusCode(200)
        .body("content.title", equalTo("Hai"));
    String cursor =
        business
            .asOwner()
            .get(window.path() + "/versions?limit=2")
            .then()
            .body("items.version", contains(3, 2))
            .extract()
            .path("nextCursor");
    business
        .asOwner()
        .get(window.path() + "/versions?limit=2&cursor=" + cursor)
        .then()
        .body("items.version", contains(1))
        .body("nextCursor", nullValue());
    business.asOwner().get(window.path() + "/versions?cursor=xyz").then().statusCode(400);
    business.asOwner().get(window.path() + "/versions/9").then().statusCode(404);
    business
        .asOwner()
        .header("If-Match", window.tag())
        .post(window.path() + "/versions/3/restore")
        .then()
        .statusCode(422)
        .body("code", equalTo("nothing-to-publish"));
    business.asOwner().post(window.path() + "/versions/1/restore").then().statusCode(428);
  }

  @Test
  void aPublishWhileTheStoreIsAwayPublishesNothing() {
    Business business = Business.fresh();
    Section window = new Section(business, "window");
    Map<String, Object> draft = window.content();
    draft.put("title", "Chưa công bố");
    window.draft(draft);
    String tag = window.tag();

    store.block();
    try {
      business
          .asOwner()
          .header("If-Match", tag)
          .post(window.path() + "/publish")
          .then()
          .statusCode(503)
          .body("code", equalTo("storage-unavailable"));
    } finally {
      store.free();
    }

    assertThat(window.tag()).isEqualTo(tag);
    assertThat(window.get().getString("draft.title")).isEqualTo("Chưa công bố");
    business.asOwner().get(window.path() + "/versions").then().body("items", hasSize(0));
    window.publish();
    business.asOwner().get(window.path() + "/versions").then().body("items", hasSize(1));
  }

  @Test
  void aDraftOfAnOlderShapeIsCompletedAndCheckedBeforeItIsPublished() {
    Business business = Business.fresh();
    Section window = new Section(business, "window");
    Map<String, Object> draft = window.content();
    draft.put("title", "Từ trước");
    window.draft(draft);
    UUID id = SectionRepository.id(business.id(), io.dakenh.config.content.SectionName.WINDOW);
    SectionDocument older = sections.findById(id);
    older.draftSchema = 0;
    java.util.Objects.requireNonNull(older.draft).remove("widthPixels");
    older.draft.put("heightPixels", 100);
    older.draft.put("forgotten", "x");
    older.pending.clear();
    sections.update(older);

    assertThat(window.get().getInt("draft.widthPixels")).isEqualTo(380);
    business
        .asOwner()
        .header("If-Match", window.tag())
        .post(window.path() + "/publish")
        .then()
        .statusCode(400)
        .body("errors.pointer", contains("/heightPixels"));

    Document broken = older.draft;
    broken.put("heightPixels", 600);
    sections.update(older);
    window.publish();
    assertThat(window.get().getString("published.title")).isEqualTo("Từ trước");
  }

  @Test
  void keepsTheNewestVersionsOnly() {
    Business business = Business.fresh();
    Section links = new Section(business, "links");
    links.publish(Map.of("layout", "collapsed", "items", List.of()));
    var versions = mongo.getDatabase(database).getCollection(Collections.SECTION_VERSION);
    Document first =
        versions
            .find(
                Filters.and(Filters.eq("tenantId", business.id()), Filters.eq("section", "links")))
            .first();
    SectionDocument document =
        sections.find(business.id(), io.dakenh.config.content.SectionName.LINKS).orElseThrow();
    document.publishedVersion = VersionHistory.KEPT;
    document.pending.clear();
    sections.update(document);

    links.publish(Map.of("layout", "full", "items", List.of()));

    assertThat(first).isNotNull();
    assertThat(
            business
                .asOwner()
                .get(links.path() + "/versions")
                .jsonPath()
                .<Integer>getList("items.version"))
        .containsExactly(VersionHistory.KEPT + 1);
  }
}
