package io.dakenh.config.media;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.gridfs.GridFSBucket;
import com.mongodb.client.gridfs.GridFSBuckets;
import com.mongodb.client.gridfs.GridFSDownloadStream;
import com.mongodb.client.gridfs.model.GridFSUploadOptions;
import com.mongodb.client.model.Filters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.bson.BsonBinary;
import org.bson.Document;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The bytes of uploads, in GridFS under the id of their document. */
@ApplicationScoped
class MediaStore {
  private static final String BUCKET = "media_bytes";

  private final MongoClient mongo;
  private final String databaseName;

  @Inject
  MediaStore(
      MongoClient mongo, @ConfigProperty(name = "quarkus.mongodb.database") String databaseName) {
    this.mongo = mongo;
    this.databaseName = databaseName;
  }

  void put(Media media, byte[] bytes) {
    bucket()
        .uploadFromStream(
            key(media.id),
            media.id.toString(),
            new ByteArrayInputStream(bytes),
            new GridFSUploadOptions()
                .metadata(
                    new Document("tenantId", media.tenantId)
                        .append("contentType", media.contentType)));
  }

  InputStream open(UUID id, long offset) {
    GridFSDownloadStream stream = bucket().openDownloadStream(key(id));
    try {
      if (offset > 0) {
        stream.skipNBytes(offset);
      }
      return stream;
    } catch (IOException failed) {
      stream.close();
      throw new UncheckedIOException(failed);
    }
  }

  /**
   * Removes the bytes, also those of an upload that died half-way and of which only some chunks
   * exist; doing it again changes nothing.
   */
  void remove(UUID id) {
    MongoDatabase database = database();
    database.getCollection(BUCKET + ".files").deleteOne(Filters.eq("_id", key(id)));
    database.getCollection(BUCKET + ".chunks").deleteMany(Filters.eq("files_id", key(id)));
  }

  private GridFSBucket bucket() {
    return GridFSBuckets.create(database(), BUCKET);
  }

  private MongoDatabase database() {
    return mongo.getDatabase(databaseName);
  }

  private static BsonBinary key(UUID id) {
    return new BsonBinary(id);
  }
}
