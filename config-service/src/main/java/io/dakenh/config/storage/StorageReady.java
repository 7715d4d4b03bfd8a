package io.dakenh.config.storage;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.bson.Document;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

/** Not ready while the store does not answer, nor before the indexes are there. */
@Readiness
@ApplicationScoped
class StorageReady implements HealthCheck {
  private static final Logger LOG = Logger.getLogger(StorageReady.class);

  private final MongoClient mongo;
  private final String databaseName;
  private final Indexes indexes;

  @Inject
  StorageReady(
      MongoClient mongo,
      @ConfigProperty(name = "quarkus.mongodb.database") String databaseName,
      Indexes indexes) {
    this.mongo = mongo;
    this.databaseName = databaseName;
    this.indexes = indexes;
  }

  @Override
  public HealthCheckResponse call() {
    boolean reachable = reachable();
    return HealthCheckResponse.named("storage")
        .status(reachable && indexes.ready())
        .withData("reachable", reachable)
        .withData("indexes", indexes.ready())
        .build();
  }

  private boolean reachable() {
    try {
      mongo.getDatabase(databaseName).runCommand(new Document("ping", 1));
      return true;
    } catch (MongoException away) {
      LOG.debug("the store does not answer", away);
      return false;
    }
  }
}
