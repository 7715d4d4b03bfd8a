package io.dakenh.config.storage;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import io.dakenh.platform.problem.ProblemException;
import io.dakenh.platform.time.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.UUID;
import org.bson.Document;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Honours {@code Idempotency-Key}: a key is bound to the id of what it creates before anything is
 * created. A repeated request, whether the first one answered, failed or died half-way, therefore
 * works towards the same resource.
 */
@ApplicationScoped
public class IdempotencyKeys {
  private static final int LONGEST_KEY = 128;

  private final MongoClient mongo;
  private final String databaseName;
  private final Clock clock;

  @Inject
  IdempotencyKeys(
      MongoClient mongo,
      @ConfigProperty(name = "quarkus.mongodb.database") String databaseName,
      Clock clock) {
    this.mongo = mongo;
    this.databaseName = databaseName;
    this.clock = clock;
  }

  /**
   * Id for what is about to be created.
   *
   * @param id new, or the one an earlier request with the same key got
   * @param repeated whether there was an earlier request
   */
  public record Reservation(UUID id, boolean repeated) {}

  /**
   * Binds the key to an id.
   *
   * @param scope whose keys: a tenant, or the operator
   * @param operation what is being created, so that one key can serve two endpoints
   * @param key from the request; null binds nothing and gives a new id
   * @param request the request's meaning, without secrets
   */
  public Reservation reserve(String scope, String operation, @Nullable String key, Object request) {
    if (key == null) {
      return new Reservation(Ids.next(), false);
    }
    if (key.isBlank() || key.length() > LONGEST_KEY) {
      throw ProblemException.invalid(
          "/Idempotency-Key", "size", "The Idempotency-Key has 1 to 128 characters.");
    }
    String place = place(scope, operation, key);
    String hash = sha256(request.toString());
    UUID id = Ids.next();
    try {
      keys()
          .insertOne(
              new Document("_id", place)
                  .append("requestHash", hash)
                  .append("resourceId", id)
                  .append("createdAt", Documents.now(clock)));
      return new Reservation(id, false);
    } catch (MongoWriteException known) {
      if (known.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
        throw known;
      }
    }
    Document earlier = keys().find(Filters.eq("_id", place)).first();
    if (earlier == null) {
      return reserve(scope, operation, key, request);
    }
    if (!hash.equals(earlier.getString("requestHash"))) {
      throw ProblemException.conflict(
          "idempotency-key-reused", "This Idempotency-Key was used for another request.");
    }
    return new Reservation(earlier.get("resourceId", UUID.class), true);
  }

  /** Frees the key: the request was refused and nothing was created. */
  public void forget(String scope, String operation, @Nullable String key) {
    if (key != null) {
      keys().deleteOne(Filters.eq("_id", place(scope, operation, key)));
    }
  }

  private static String place(String scope, String operation, String key) {
    return scope + " " + operation + " " + key;
  }

  private MongoCollection<Document> keys() {
    return mongo.getDatabase(databaseName).getCollection(Collections.IDEMPOTENCY);
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
