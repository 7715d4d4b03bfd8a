package io.dakenh.config.storage;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Does what follows from a change apart from events: audit entries and work on other documents. */
@ApplicationScoped
public class Effects {
  private static final Logger LOG = Logger.getLogger(Effects.class);

  private final MongoClient mongo;
  private final String databaseName;
  private final Map<String, PendingEffect> effects;

  @Inject
  Effects(
      MongoClient mongo,
      @ConfigProperty(name = "quarkus.mongodb.database") String databaseName,
      @All List<PendingEffect> effects) {
    this.mongo = mongo;
    this.databaseName = databaseName;
    this.effects =
        effects.stream().collect(Collectors.toMap(PendingEffect::kind, Function.identity()));
  }

  /**
   * Does what the relay will do as well, so that the caller can see it at once. What cannot be done
   * now is left to the relay.
   */
  public void now(UUID tenantId, Entries entries) {
    for (PendingEntry entry : entries.list()) {
      try {
        run(tenantId, entry);
      } catch (MongoException away) {
        LOG.warnf("%s waits for the store: %s", entry.type(), away.toString());
      } catch (RuntimeException failed) {
        // The change itself is written: its answer must not say otherwise.
        LOG.errorf(failed, "%s of %s cannot be done now", entry.type(), tenantId);
      }
    }
  }

  /** Does one entry; nothing to do for an event. */
  void run(UUID tenantId, PendingEntry entry) {
    if (entry.effect() != null) {
      PendingEffect effect = effects.get(entry.effect());
      if (effect == null) {
        throw new IllegalStateException("nobody does " + entry.effect());
      }
      effect.run(tenantId, entry);
    } else if (entry.topic() == null) {
      AuditEntry.store(mongo.getDatabase(databaseName), tenantId, entry);
    }
  }
}
