package io.dakenh.config.storage;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import io.dakenh.platform.web.Preconditions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.bson.BsonDocument;
import org.bson.BsonDocumentReader;
import org.bson.BsonDocumentWriter;
import org.bson.BsonValue;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Writes documents: fields, version and pending entries in one atomic update each. */
@ApplicationScoped
public class Documents {
  private static final int DUPLICATE_KEY = 11_000;

  /** Kept by the relay and by this class; an edit never writes them. */
  private static final Set<String> OWN_FIELDS =
      Set.of("_id", "version", "updatedAt", "pending", "relay");

  private final PendingRelay relay;
  private final Clock clock;

  @Inject
  Documents(PendingRelay relay, Clock clock) {
    this.relay = relay;
    this.clock = clock;
  }

  /**
   * What an edit leads to.
   *
   * @param after the document as it will be
   * @param fields names of the changed fields
   * @param entries where to put events and audit entries
   * @param also further updates of the same write, for lists that are appended to rather than
   *     replaced
   */
  public record Edited<T>(T after, Set<String> fields, Entries entries, List<Bson> also) {}

  /** The present instant, as exact as the store keeps it. */
  public static Instant now(Clock clock) {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /**
   * Adds a document in its first version.
   *
   * @throws DuplicateKeyException when its id or a unique value is taken
   */
  public <T extends StoredDocument> T insert(
      MongoCollection<T> collection, T document, Consumer<Entries> consequences) {
    Entries entries = Entries.at(clock);
    Instant now = now(clock);
    document.version = 1;
    document.createdAt = now;
    document.updatedAt = now;
    consequences.accept(entries);
    document.pending = new ArrayList<>(entries.list());
    try {
      collection.insertOne(document);
    } catch (MongoWriteException refused) {
      throw duplicate(refused) ? new DuplicateKeyException(refused) : refused;
    }
    wake(collection, document);
    return document;
  }

  /**
   * Changes a document if it still has the version that was loaded. An edit that changes nothing
   * writes nothing and keeps the version.
   *
   * @throws io.dakenh.platform.problem.ProblemException 412 when someone else changed it
   * @throws DuplicateKeyException when a unique value is taken
   */
  public <T extends StoredDocument> T change(
      MongoCollection<T> collection, T loaded, Consumer<T> edit, Consumer<Edited<T>> consequences) {
    BsonDocument before = encode(collection, loaded);
    T after = decode(collection, before.clone());
    edit.accept(after);
    BsonDocument edited = encode(collection, after);
    Set<String> fields = changed(before, edited);
    if (fields.isEmpty()) {
      return loaded;
    }
    return write(collection, loaded, after, edited, fields, consequences);
  }

  /** Announces a document again under a new version although none of its own fields changed. */
  public <T extends StoredDocument> T touch(
      MongoCollection<T> collection, T loaded, Consumer<Edited<T>> consequences) {
    BsonDocument same = encode(collection, loaded);
    return write(
        collection, loaded, decode(collection, same.clone()), same, Set.of(), consequences);
  }

  /**
   * Changes a document, loading it again as often as someone else was faster; null when it is gone.
   */
  public <T extends StoredDocument> @Nullable T retrying(
      java.util.function.Supplier<@Nullable T> load, java.util.function.UnaryOperator<T> change) {
    for (int attempt = 1; ; attempt++) {
      T loaded = load.get();
      if (loaded == null) {
        return null;
      }
      try {
        return change.apply(loaded);
      } catch (io.dakenh.platform.problem.ProblemException stale) {
        if (attempt >= 20 || !stale.code().equals("etag-mismatch")) {
          throw stale;
        }
      }
    }
  }

  private <T extends StoredDocument> T write(
      MongoCollection<T> collection,
      T loaded,
      T after,
      BsonDocument edited,
      Set<String> fields,
      Consumer<Edited<T>> consequences) {
    after.version = loaded.version + 1;
    after.updatedAt = now(clock);
    Entries entries = Entries.at(clock);
    List<Bson> updates = new ArrayList<>();
    consequences.accept(new Edited<>(after, fields, entries, updates));
    for (String field : fields) {
      BsonValue value = edited.get(field);
      updates.add(value == null ? Updates.unset(field) : Updates.set(field, value));
    }
    updates.add(Updates.set("version", after.version));
    updates.add(Updates.set("updatedAt", after.updatedAt));
    if (!entries.list().isEmpty()) {
      updates.add(Updates.pushEach("pending", entries.list()));
    }
    T written;
    try {
      written =
          collection.findOneAndUpdate(
              Filters.and(
                  Filters.eq("_id", loaded.id),
                  Filters.eq("tenantId", loaded.tenantId),
                  Filters.eq("version", loaded.version)),
              Updates.combine(updates),
              new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER));
    } catch (MongoCommandException refused) {
      throw refused.getErrorCode() == DUPLICATE_KEY ? new DuplicateKeyException(refused) : refused;
    }
    if (written == null) {
      throw Preconditions.stale();
    }
    wake(collection, written);
    return written;
  }

  /** The relay looks at the document as soon as the write is through. */
  private void wake(MongoCollection<?> collection, StoredDocument document) {
    relay.wake(collection.getNamespace().getCollectionName(), document.id);
  }

  private static boolean duplicate(MongoWriteException refused) {
    return refused.getError().getCategory() == ErrorCategory.DUPLICATE_KEY;
  }

  private static Set<String> changed(BsonDocument before, BsonDocument after) {
    Set<String> fields = new TreeSet<>();
    BiConsumer<BsonDocument, BsonDocument> compare =
        (one, other) -> {
          for (Map.Entry<String, BsonValue> field : one.entrySet()) {
            if (!OWN_FIELDS.contains(field.getKey())
                && !field.getValue().equals(other.get(field.getKey()))) {
              fields.add(field.getKey());
            }
          }
        };
    compare.accept(before, after);
    compare.accept(after, before);
    return fields;
  }

  private static <T> BsonDocument encode(MongoCollection<T> collection, T document) {
    BsonDocument encoded = new BsonDocument();
    codec(collection)
        .encode(new BsonDocumentWriter(encoded), document, EncoderContext.builder().build());
    return encoded;
  }

  private static <T> T decode(MongoCollection<T> collection, BsonDocument document) {
    return codec(collection)
        .decode(new BsonDocumentReader(document), DecoderContext.builder().build());
  }

  private static <T> Codec<T> codec(MongoCollection<T> collection) {
    return collection.getCodecRegistry().get(collection.getDocumentClass());
  }
}
