package io.dakenh.benchmarks.product;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dakenh.devstack.suite.Answer;
import io.dakenh.devstack.suite.SuiteClient;

/** A business whose owner changes its settings in a measurement. */
public final class OwnedBusiness {
  private static final String WINDOW = "/api/config/v1/sections/window";

  private final SuiteClient client;
  private final String widgetKey;
  private final String ownerToken;

  OwnedBusiness(SuiteClient client, String widgetKey, String ownerToken) {
    this.client = client;
    this.widgetKey = widgetKey;
    this.ownerToken = ownerToken;
  }

  /** Public key of its widget. */
  public String widgetKey() {
    return widgetKey;
  }

  /**
   * Writes a draft with another title for the chat window.
   *
   * @return the entity tag to publish it with
   */
  public String draft(String title) {
    Answer section = client.get(ownerToken, WINDOW).successful();
    ObjectNode content = section.body().path("published").deepCopy();
    content.put("title", title);
    return tag(
        client.put(ownerToken, WINDOW + "/draft", section.entityTag(), content).successful());
  }

  /** Applies the draft. */
  public void publish(String entityTag) {
    client.post(ownerToken, WINDOW + "/publish", entityTag, SuiteClient.object()).successful();
  }

  private static String tag(Answer answer) {
    String tag = answer.entityTag();
    if (tag == null) {
      throw new IllegalStateException(answer.request() + " was answered without an ETag");
    }
    return tag;
  }
}
