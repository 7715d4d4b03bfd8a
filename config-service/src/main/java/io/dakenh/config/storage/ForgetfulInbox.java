package io.dakenh.config.storage;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import io.dakenh.platform.event.InboxTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.bson.Document;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The events this service hears lead to the same state any number of times: nothing is remembered
 * of them, and an event always counts as new, unless its business was erased.
 */
@ApplicationScoped
class ForgetfulInbox implements InboxTransaction {
  private final MongoClient mongo;
  private final String databaseName;

  @Inject
  ForgetfulInbox(
      MongoClient mongo, @ConfigProperty(name = "quarkus.mongodb.database") String databaseName) {
    this.mongo = mongo;
    this.databaseName = databaseName;
  }

  @Override
  public void apply(String consumer, Map<UUID, UUID> events, Consumer<Set<UUID>> work) {
    Set<UUID> fresh = new LinkedHashSet<>(events.keySet());
    Set<UUID> erased = events.isEmpty() ? Set.of() : erased(new HashSet<>(events.values()));
    fresh.removeIf(id -> erased.contains(events.get(id)));
    work.accept(fresh);
  }

  @Override
  public Set<UUID> erased(Set<UUID> tenantIds) {
    Set<UUID> erased = new HashSet<>();
    for (Document erasure :
        mongo
            .getDatabase(databaseName)
            .getCollection(Collections.TENANT_ERASURE)
            .find(Filters.in("tenantId", tenantIds))
            .projection(Projections.include("tenantId"))) {
      erased.add(erasure.get("tenantId", UUID.class));
    }
    return erased;
  }

  @Override
  public boolean isTransient(Throwable failure) {
    return failure instanceof MongoException;
  }
}
