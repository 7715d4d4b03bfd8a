package io.dakenh.livetalk.personaldata;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.dakenh.livetalk.LivetalkConfig;
import io.dakenh.livetalk.attachment.Attachment;
import io.dakenh.livetalk.attachment.AttachmentStore;
import io.dakenh.livetalk.message.History;
import io.dakenh.livetalk.message.Message;
import io.dakenh.livetalk.store.Database;
import io.dakenh.livetalk.store.RowReader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSetMetaData;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is known of one person, in one archive: facts and words as JSON, files as they
 * are.
 */
@ApplicationScoped
class Export {
  private final Database database;
  private final Jobs jobs;
  private final History history;
  private final AttachmentStore files;
  private final ObjectWriter json;
  private final ObjectWriter lines;
  private final Duration lifetime;

  @Inject
  Export(
      Database database,
      Jobs jobs,
      History history,
      AttachmentStore files,
      ObjectMapper json,
      LivetalkConfig config) {
    this.database = database;
    this.jobs = jobs;
    this.history = history;
    this.files = files;
    this.json = json.writerWithDefaultPrettyPrinter();
    this.lines = json.writer();
    this.lifetime = config.personalData().exportLifetime();
  }

  /** Makes the archive anew, whatever an earlier attempt left. */
  void write(Jobs.Due job) throws IOException {
    database.update("delete from personal_data_chunk where job_id = ?", job.id());
    ChunkWriter chunks = new ChunkWriter(database, job.id());
    try (ZipOutputStream zip = new ZipOutputStream(chunks, StandardCharsets.UTF_8)) {
      person(zip, job);
      for (UUID conversation : conversations(job)) {
        conversation(zip, job.tenantId(), conversation);
      }
    }
    jobs.exported(job, chunks.total(), lifetime);
  }

  private List<UUID> conversations(Jobs.Due job) {
    return database.list(
        "select id from conversation where tenant_id = ? and visitor_id = ? order by opened_at, id",
        row -> row.getObject(1, UUID.class),
        job.tenantId(),
        job.visitorId());
  }

  private void person(ZipOutputStream zip, Jobs.Due job) throws IOException {
    Map<String, Object> person = new LinkedHashMap<>();
    person.put(
        "contact",
        rows(
            "select id, name, phone, email, created_at from visitor where tenant_id = ? and id = ?",
            job.tenantId(),
            job.visitorId()));
    person.put(
        "identity",
        rows(
            "select external_id, linked_at from visitor_identity where tenant_id = ? and visitor_id = ?",
            job.tenantId(),
            job.visitorId()));
    person.put(
        "toldByWebsite",
        rows(
            "select data::text, updated_at from visitor_data where tenant_id = ? and visitor_id = ?",
            job.tenantId(),
            job.visitorId()));
    person.put(
        "blocked",
        rows(
            "select reason, blocked_at, expires_at from visitor_block where tenant_id = ? and visitor_id = ?",
            job.tenantId(),
            job.visitorId()));
    entry(zip, "person.json", person);
  }

  private void conversation(ZipOutputStream zip, UUID tenantId, UUID id) throws IOException {
    String folder = "conversations/" + id + "/";
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put(
        "conversation",
        rows(
            """
            select channel_kind, state, opened_at, closed_at, page_url, page_title, page_referrer, answers::text
            from conversation where tenant_id = ? and id = ?""",
            tenantId,
            id));
    facts.put(
        "pages",
        rows(
            "select url, title, visited_at from visitor_page where tenant_id = ? and conversation_id = ? order by number",
            tenantId,
            id));
    facts.put(
        "rating",
        rows(
            "select score, comment, rated_at from conversation_rating where tenant_id = ? and conversation_id = ?",
            tenantId,
            id));
    facts.put(
        "notes",
        rows(
            """
            select body, created_at from conversation_note
            where tenant_id = ? and conversation_id = ? and kind = 'note' and deleted_at is null order by sequence""",
            tenantId,
            id));
    entry(zip, folder + "facts.json", facts);
    zip.putNextEntry(new ZipEntry(folder + "messages.jsonl"));
    long after = 0;
    boolean more = true;
    while (more) {
      History.Piece piece = history.after(tenantId, id, after);
      for (Message message : piece.messages()) {
        zip.write(lines.writeValueAsBytes(message));
        zip.write('\n');
        after = message.sequence();
      }
      more = piece.more();
    }
    zip.closeEntry();
    files(zip, tenantId, id, folder);
  }

  private void files(ZipOutputStream zip, UUID tenantId, UUID id, String folder)
      throws IOException {
    record Kept(UUID id, String name) {}
    List<Kept> kept =
        database.list(
            """
            select id, name from attachment
            where tenant_id = ? and conversation_id = ? and sequence is not null and released_at is null order by sequence, id""",
            row -> new Kept(row.getObject(1, UUID.class), row.getString(2)),
            tenantId,
            id);
    for (Kept file : kept) {
      // Names were cleaned of folders when they came; the id keeps two of one name apart.
      zip.putNextEntry(new ZipEntry(folder + "files/" + file.id() + "-" + file.name()));
      try (InputStream bytes = files.open(tenantId, file.id(), Attachment.Part.FILE, 0)) {
        bytes.transferTo(zip);
      }
      zip.closeEntry();
    }
  }

  private void entry(ZipOutputStream zip, String name, Object content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(json.writeValueAsBytes(content));
    zip.closeEntry();
  }

  private static final RowReader<Map<String, @Nullable Object>> ANY =
      row -> {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        ResultSetMetaData columns = row.getMetaData();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
          Object value = row.getObject(i);
          values.put(
              columns.getColumnLabel(i),
              value instanceof Timestamp time ? time.toInstant().toString() : value);
        }
        return values;
      };

  private List<Map<String, @Nullable Object>> rows(String sql, Object... values) {
    return database.list(sql, ANY, values);
  }

  /** Writes the archive of a job out. */
  void copy(UUID jobId, OutputStream to) throws IOException {
    for (int number = 0; ; number++) {
      var chunk =
          database.first(
              "select bytes from personal_data_chunk where job_id = ? and number = ?",
              row -> row.getBytes(1),
              jobId,
              number);
      if (chunk.isEmpty()) {
        return;
      }
      to.write(chunk.get());
    }
  }
}
