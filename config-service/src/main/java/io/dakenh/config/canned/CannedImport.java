package io.dakenh.config.canned;

import io.dakenh.config.storage.Collections;
import io.quarkus.mongodb.panache.common.MongoEntity;
import java.time.Instant;
import java.util.UUID;
import org.bson.codecs.pojo.annotations.BsonId;

/** An import on its way. Its state decides, in one write, whether all of its messages exist. */
@MongoEntity(collection = Collections.CANNED_IMPORT)
public class CannedImport {
  /** Messages are being put in place, unseen. */
  static final String STAGING = "staging";

  /** All are in place: they will be shown, whoever has to do it. */
  static final String COMMITTED = "committed";

  /** None will be. */
  static final String ABANDONED = "abandoned";

  @BsonId public UUID id;
  public UUID tenantId;
  public UUID actorId;
  public String state;
  public Instant createdAt;
}
