package io.dakenh.livetalk.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;

/**
 * Where the bytes of files lie. The bundled store keeps them in the service's own database, which
 * all replicas share; a store of objects elsewhere fits behind the same few words. What is put is
 * there for every replica once the caller's transaction is committed, or at once, and is put only
 * once; what nothing names any more is removed by the collector.
 */
public interface AttachmentStore {
  /** Stores a part, read to its end. */
  void put(UUID tenantId, UUID id, Attachment.Part part, InputStream bytes) throws IOException;

  /** The bytes of a part from an offset on. */
  InputStream open(UUID tenantId, UUID id, Attachment.Part part, long offset);

  /** Removes all parts; doing it again changes nothing. */
  void remove(UUID tenantId, UUID id);
}
