package io.dakenh.benchmarks.bootstrap;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertManyOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.bson.UuidRepresentation;

/**
 * Widget documents of many more businesses, written straight into the store: registering each of
 * them through the identity server would measure that. They are taken away again at the end.
 */
public final class Crowd implements AutoCloseable {
  private static final int BATCH = 500;

  private final MongoClient client;
  private final MongoCollection<Document> widgets;
  private final String mark;
  private final List<String> keys;

  private Crowd(
      MongoClient client, MongoCollection<Document> widgets, String mark, List<String> keys) {
    this.client = client;
    this.widgets = widgets;
    this.mark = mark;
    this.keys = keys;
  }

  /** Copies the document of this key; each copy is a business of its own. */
  public static Crowd add(String mongoUrl, String widgetKey, int businesses) {
    ConnectionString address = new ConnectionString(mongoUrl);
    MongoClient client =
        MongoClients.create(
            MongoClientSettings.builder()
                .applyConnectionString(address)
                .uuidRepresentation(UuidRepresentation.STANDARD)
                .build());
    MongoCollection<Document> widgets =
        client.getDatabase(String.valueOf(address.getDatabase())).getCollection("widget_settings");
    Document model = widgets.find(Filters.eq("widgetKey", widgetKey)).first();
    if (model == null) {
      throw new IllegalStateException("the store has no widget " + widgetKey);
    }
    String mark = "bench-" + UUID.randomUUID();
    List<String> keys = new ArrayList<>();
    List<Document> batch = new ArrayList<>();
    for (int i = 0; i < businesses; i++) {
      UUID id = UUID.randomUUID();
      String key = "wk_" + id.toString().replace("-", "").substring(0, 24);
      Document copy = new Document(model);
      copy.put("_id", id);
      copy.put("tenantId", id);
      copy.put("widgetKey", key);
      copy.put("madeFor", mark);
      keys.add(key);
      batch.add(copy);
      if (batch.size() == BATCH || i == businesses - 1) {
        widgets.insertMany(batch, new InsertManyOptions().ordered(false));
        batch.clear();
      }
    }
    return new Crowd(client, widgets, mark, List.copyOf(keys));
  }

  /** Public keys of the added ones. */
  public List<String> keys() {
    return keys;
  }

  @Override
  public void close() {
    widgets.deleteMany(Filters.eq("madeFor", mark));
    client.close();
  }
}
