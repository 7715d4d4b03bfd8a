package io.dakenh.config.support;

import io.restassured.path.json.JsonPath;
import java.util.HashMap;
import java.util.Map;

/**
 * One section of a business, used as an owner uses it.
 *
 * @param business whose it is
 * @param name for example {@code window}
 */
public record Section(Business business, String name) {
  /** Address of the section. */
  public String path() {
    return "/api/v1/sections/" + name;
  }

  /** What the owner sees. */
  public JsonPath get() {
    return business.asOwner().get(path()).then().statusCode(200).extract().jsonPath();
  }

  /** The published content, to be changed and sent. */
  public Map<String, Object> content() {
    return new HashMap<>(get().getMap("published"));
  }

  /** ETag of now. */
  public String tag() {
    return business.asOwner().get(path()).then().statusCode(200).extract().header("ETag");
  }

  /** Keeps a draft. */
  public void draft(Map<String, ?> content) {
    business
        .asOwner()
        .header("If-Match", tag())
        .body(content)
        .put(path() + "/draft")
        .then()
        .statusCode(200);
  }

  /** Publishes the draft. */
  public void publish() {
    business.asOwner().header("If-Match", tag()).post(path() + "/publish").then().statusCode(200);
  }

  /** Drafts and publishes. */
  public void publish(Map<String, ?> content) {
    draft(content);
    publish();
  }

  /** Drafts and publishes what is published with other values in some places. */
  public void publishWith(Map<String, ?> changed) {
    Map<String, Object> content = content();
    content.putAll(changed);
    publish(content);
  }
}
