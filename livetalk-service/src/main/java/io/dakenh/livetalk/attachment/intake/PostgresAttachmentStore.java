package io.dakenh.livetalk.attachment.intake;

import io.dakenh.livetalk.attachment.Attachment.Part;
import io.dakenh.livetalk.attachment.AttachmentStore;
import io.dakenh.livetalk.store.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;

/**
 * Files in the service's own database, in chunks: shared by all replicas, in the same commit and
 * the same backup as the messages. No connection is held while a file is read slowly.
 */
@ApplicationScoped
class PostgresAttachmentStore implements AttachmentStore {
  static final int CHUNK = 256 * 1024;

  private final Database database;

  @Inject
  PostgresAttachmentStore(Database database) {
    this.database = database;
  }

  @Override
  public void put(UUID tenantId, UUID id, Part part, InputStream bytes) throws IOException {
    int number = 0;
    for (byte[] chunk = bytes.readNBytes(CHUNK);
        chunk.length > 0;
        chunk = bytes.readNBytes(CHUNK)) {
      database.update(
          "insert into attachment_chunk (attachment_id, part, number, bytes) values (?, ?, ?, ?)",
          id,
          (short) part.ordinal(),
          number++,
          chunk);
    }
  }

  @Override
  public InputStream open(UUID tenantId, UUID id, Part part, long offset) {
    return new Chunks(tenantId, id, part, offset);
  }

  @Override
  public void remove(UUID tenantId, UUID id) {
    database.update(
        """
        delete from attachment_chunk where attachment_id = ?
          and exists (select 1 from attachment where id = ? and tenant_id = ?)""",
        id,
        id,
        tenantId);
  }

  /** Fetches the chunk it needs next. */
  private final class Chunks extends InputStream {
    private final UUID tenantId;
    private final UUID id;
    private final Part part;
    private int number;
    private byte[] chunk = {};
    private int at;
    private boolean ended;

    Chunks(UUID tenantId, UUID id, Part part, long offset) {
      this.tenantId = tenantId;
      this.id = id;
      this.part = part;
      this.number = (int) (offset / CHUNK);
      fetch();
      this.at = (int) (offset % CHUNK);
    }

    private void fetch() {
      chunk =
          database
              .first(
                  """
                  select c.bytes from attachment_chunk c join attachment a on a.id = c.attachment_id
                  where a.tenant_id = ? and c.attachment_id = ? and c.part = ? and c.number = ?""",
                  row -> row.getBytes(1),
                  tenantId,
                  id,
                  (short) part.ordinal(),
                  number++)
              .orElse(new byte[0]);
      at = 0;
      ended = chunk.length == 0;
    }

    private boolean more() {
      if (at >= chunk.length && !ended) {
        fetch();
      }
      return at < chunk.length;
    }

    @Override
    public int read() {
      return more() ? chunk[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] into, int offset, int most) {
      if (most == 0) {
        return 0;
      }
      if (!more()) {
        return -1;
      }
      int count = Math.min(most, chunk.length - at);
      System.arraycopy(chunk, at, into, offset, count);
      at += count;
      return count;
    }
  }
}
