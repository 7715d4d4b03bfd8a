package io.dakenh.livetalk.personaldata;

import io.dakenh.livetalk.store.Database;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.UUID;

/**
 * Puts the bytes of a file into rows, a piece at a time: nothing of it lies on a replica's disk.
 */
final class ChunkWriter extends OutputStream {
  private static final int CHUNK = 256 * 1024;

  private final Database database;
  private final UUID jobId;
  private final byte[] chunk = new byte[CHUNK];
  private int filled;
  private int number;
  private long total;

  ChunkWriter(Database database, UUID jobId) {
    this.database = database;
    this.jobId = jobId;
  }

  @Override
  public void write(int value) {
    chunk[filled++] = (byte) value;
    total++;
    if (filled == CHUNK) {
      put();
    }
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    int from = offset;
    int left = length;
    while (left > 0) {
      int some = Math.min(left, CHUNK - filled);
      System.arraycopy(bytes, from, chunk, filled, some);
      filled += some;
      total += some;
      from += some;
      left -= some;
      if (filled == CHUNK) {
        put();
      }
    }
  }

  private void put() {
    database.update(
        "insert into personal_data_chunk (job_id, number, bytes) values (?, ?, ?)",
        jobId,
        number++,
        Arrays.copyOf(chunk, filled));
    filled = 0;
  }

  @Override
  public void close() {
    if (filled > 0) {
      put();
    }
  }

  /** Bytes written so far. */
  long total() {
    return total;
  }
}
