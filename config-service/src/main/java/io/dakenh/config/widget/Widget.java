package io.dakenh.config.widget;

import io.dakenh.config.storage.Collections;
import io.dakenh.config.storage.StoredDocument;
import io.quarkus.mongodb.panache.common.MongoEntity;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The widget of one business as visitors get it; the id is the tenant's id. */
@MongoEntity(collection = Collections.WIDGET)
public class Widget extends StoredDocument {
  /** Public key in the embed snippet, as in the tenant's document. */
  public String widgetKey;

  /** Language of the business, copied from the tenant's document. */
  public String locale;

  /**
   * The public document as JSON without its version, which is this document's; null in documents
   * that are older than the sections and were not rendered since.
   */
  public @Nullable String rendered;

  /** Hosts that may carry the widget; empty: every website. */
  public List<String> allowedWebsites = new ArrayList<>();

  /** A suspended business has no widget. */
  public boolean suspended;
}
