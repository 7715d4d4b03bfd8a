package io.dakenh.livetalk.attachment.intake;

import io.dakenh.livetalk.attachment.Attachment;
import io.dakenh.livetalk.party.Party;
import io.dakenh.livetalk.store.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Rows of files. */
@ApplicationScoped
class AttachmentRepository {
  private static final int SWEEP_BATCH = 50;

  private final Database database;

  @Inject
  AttachmentRepository(Database database) {
    this.database = database;
  }

  /** A conversation as whoever wants to upload to it stands to it. */
  record Standing(boolean open, boolean member, boolean blocked) {}

  Optional<Standing> standing(Party party, UUID conversationId) {
    return database.first(
        """
        select c.state = 'open',
          case when ? then c.visitor_id = ? else exists (
            select 1 from conversation_participant p where p.conversation_id = c.id and p.agent_id = ?) end,
          ? and coalesce(c.blocked_until > statement_timestamp(), false)
        from conversation c where c.tenant_id = ? and c.id = ?""",
        row -> new Standing(row.getBoolean(1), row.getBoolean(2), row.getBoolean(3)),
        party.visitor(),
        party.id(),
        party.id(),
        party.visitor(),
        party.tenantId(),
        conversationId);
  }

  /** What a business's files take. */
  long used(UUID tenantId) {
    return database
        .first(
            "select bytes from attachment_usage where tenant_id = ?",
            row -> row.getLong(1),
            tenantId)
        .orElse(0L);
  }

  /** Uploads of one person to one conversation that no message carries. */
  long unsent(Party party, UUID conversationId) {
    return database
        .first(
            """
            select count(*) from attachment
            where tenant_id = ? and conversation_id = ? and sequence is null and uploader_kind = ? and uploader_id = ?""",
            row -> row.getLong(1),
            party.tenantId(),
            conversationId,
            party.kind().code(),
            party.id())
        .orElse(0L);
  }

  void insert(Attachment attachment, UUID conversationId, Party uploader, Instant at) {
    database.update(
        """
        insert into attachment (id, tenant_id, conversation_id, uploader_kind, uploader_id, name, media_type, verified, bytes, sha256,
          width, height, duration_milliseconds, thumbnail_bytes, created_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        attachment.id(),
        attachment.tenantId(),
        conversationId,
        uploader.kind().code(),
        uploader.id(),
        attachment.name(),
        attachment.mediaType(),
        attachment.verified(),
        attachment.bytes(),
        attachment.sha256(),
        attachment.width(),
        attachment.height(),
        attachment.durationMilliseconds(),
        attachment.thumbnailBytes(),
        at);
  }

  /** The message at this place carries the file from now on; 0 for none that could be deleted. */
  void carry(UUID tenantId, UUID id, long sequence) {
    database.update(
        "update attachment set sequence = ? where tenant_id = ? and id = ?",
        sequence,
        tenantId,
        id);
  }

  /** Nobody gets the file any more. */
  void release(UUID tenantId, UUID id, Instant at) {
    database.update(
        "update attachment set released_at = ? where tenant_id = ? and id = ?", at, tenantId, id);
  }

  /** Counts a file in; false when the business has no room left for it. */
  boolean take(UUID tenantId, long bytes, long most) {
    return database.update(
            """
            insert into attachment_usage as u (tenant_id, bytes) select ?, ? where ? <= ?
            on conflict (tenant_id) do update set bytes = u.bytes + excluded.bytes
            where u.bytes + excluded.bytes <= ?""",
            tenantId,
            bytes,
            bytes,
            most,
            most)
        > 0;
  }

  /** Counts a file out. */
  void giveBack(UUID tenantId, long bytes) {
    database.update(
        "update attachment_usage set bytes = greatest(0, bytes - ?) where tenant_id = ?",
        bytes,
        tenantId);
  }

  /** A file that may be fetched, whoever asks: the address says whether they may. */
  Optional<Attachment> served(UUID id) {
    return database.first(
        SELECT + " where id = ? and released_at is null", AttachmentRepository::read, id);
  }

  /**
   * Files that no message carries any more or ever did, locked; several replicas share the work.
   */
  List<Attachment> unused(Instant before) {
    return database.list(
        SELECT
            + " where released_at is not null or (sequence is null and created_at < ?)"
            + " order by created_at limit ? for update skip locked",
        AttachmentRepository::read,
        before,
        SWEEP_BATCH);
  }

  void forget(Attachment attachment) {
    database.update(
        "delete from attachment where tenant_id = ? and id = ?",
        attachment.tenantId(),
        attachment.id());
  }

  private static final String SELECT =
      """
      select id, tenant_id, name, media_type, verified, bytes, sha256, width, height, duration_milliseconds, thumbnail_bytes
      from attachment""";

  private static Attachment read(ResultSet row) throws SQLException {
    return new Attachment(
        row.getObject(1, UUID.class),
        row.getObject(2, UUID.class),
        row.getString(3),
        row.getString(4),
        row.getBoolean(5),
        row.getLong(6),
        row.getString(7),
        row.getObject(8, Integer.class),
        row.getObject(9, Integer.class),
        row.getObject(10, Long.class),
        row.getObject(11, Long.class));
  }
}
