package io.dakenh.channels.media;

import io.dakenh.channels.ChannelsConfig;
import io.dakenh.channels.db.Sql;
import io.dakenh.platform.time.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Files copied from providers and from livetalk, in our own database, until they expire. */
@ApplicationScoped
public class MediaStore {
  private static final int PIECE = 256 * 1024;

  private final Sql sql;
  private final ChannelsConfig config;
  private final Clock clock;

  @Inject
  MediaStore(Sql sql, ChannelsConfig config, Clock clock) {
    this.sql = sql;
    this.config = config;
    this.clock = clock;
  }

  /** A stored file without its bytes. */
  public record Stored(
      UUID id,
      UUID tenantId,
      String kind,
      String fileName,
      String mediaType,
      long sizeBytes,
      Instant expiresAt) {}

  /** Stores a file. */
  @Transactional
  public Stored put(
      UUID tenantId,
      @Nullable UUID contactId,
      String kind,
      String fileName,
      String mediaType,
      byte[] bytes) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    Stored stored =
        new Stored(
            Ids.next(),
            tenantId,
            kind,
            fileName,
            mediaType,
            bytes.length,
            now.plus(config.media().keep()));
    sql.update(
        """
        insert into media (id, tenant_id, contact_id, kind, file_name, media_type, size_bytes,
          created_at, expires_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        stored.id(),
        tenantId,
        contactId,
        kind,
        fileName,
        mediaType,
        (long) bytes.length,
        now,
        stored.expiresAt());
    for (int number = 0, from = 0; from < bytes.length; number++, from += PIECE) {
      sql.update(
          "insert into media_piece (media_id, number, bytes) values (?, ?, ?)",
          stored.id(),
          number,
          Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + PIECE)));
    }
    return stored;
  }

  /** What is known of a file that has not expired. */
  @Transactional
  public Optional<Stored> find(UUID id) {
    return sql.one(
        """
        select id, tenant_id, kind, file_name, media_type, size_bytes, expires_at
        from media where id = ? and expires_at > ?""",
        row ->
            new Stored(
                Sql.id(row, "id"),
                Sql.id(row, "tenant_id"),
                row.getString("kind"),
                row.getString("file_name"),
                row.getString("media_type"),
                row.getLong("size_bytes"),
                Sql.time(row, "expires_at")),
        id,
        clock.instant());
  }

  /** All bytes of a file. */
  @Transactional
  public byte[] bytes(UUID id) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    sql.list(
            "select bytes from media_piece where media_id = ? order by number",
            row -> row.getBytes(1),
            id)
        .forEach(all::writeBytes);
    return all.toByteArray();
  }

  /** One piece of a file; empty behind the last one. */
  @Transactional
  public Optional<byte[]> piece(UUID id, int number) {
    return sql.one(
        "select bytes from media_piece where media_id = ? and number = ?",
        row -> row.getBytes(1),
        id,
        number);
  }

  /** Keeps a file for as long as it is somebody's picture. */
  @Transactional
  public void keep(UUID id, Instant until) {
    sql.update("update media set expires_at = ? where id = ?", until, id);
  }

  /** Removes what has expired; says how many files went. */
  @Transactional
  public int collect() {
    return sql.update(
        """
        delete from media where id in
          (select id from media where expires_at < ? order by expires_at limit 500)""",
        clock.instant());
  }

  /** Removes everything of one contact. */
  @Transactional
  public void erase(UUID contactId) {
    sql.update("delete from media where contact_id = ?", contactId);
  }
}
