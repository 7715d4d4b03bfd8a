package io.dakenh.config.widget;

import io.dakenh.config.storage.Collections;
import io.dakenh.config.storage.StoredDocument;
import io.quarkus.mongodb.panache.common.MongoEntity;

/** The widget of one business; the id is the tenant's id. */
@MongoEntity(collection = Collections.WIDGET)
public class WidgetSettings extends StoredDocument {
  /** Public key in the embed snippet, as in the tenant's document. */
  public String widgetKey;

  /** Language of the business, copied from the tenant's document. */
  public String locale;

  public String title;
  public String description;
  public String launcherLabel;
  public String greeting;
  public String headerColor;
  public String textColor;
  public String position;
}
