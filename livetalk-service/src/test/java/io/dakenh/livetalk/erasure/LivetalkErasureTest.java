package io.dakenh.livetalk.erasure;

import io.dakenh.contracts.config.SectionPublished;
import io.dakenh.contracts.event.EventCatalog;
import io.dakenh.contracts.rows.Rows;
import io.dakenh.devstack.test.ErasureCheckup;
import io.dakenh.platform.relational.erasure.ErasedRows;
import io.dakenh.platform.relational.erasure.KeptTable;
import io.dakenh.platform.relational.erasure.TenantTables;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A business goes with all that is kept of it here, and another one stays as it is. */
@QuarkusTest
class LivetalkErasureTest {
  private static final Map<String, String> GIVEN =
      Map.ofEntries(
          Map.entry("tenant.id", "?::uuid"),
          Map.entry(
              "attachment_chunk.attachment_id", "select id from attachment where tenant_id = ?"),
          Map.entry("attachment.sequence", "1"),
          Map.entry(
              "personal_data_chunk.job_id", "select id from personal_data_job where tenant_id = ?"),
          Map.entry("personal_data_job.state", "'done'"),
          Map.entry("message.conversation_id", "select id from conversation where tenant_id = ?"),
          Map.entry("label.color", "'#7c2d12'"),
          Map.entry("mail.recipient", "'ai-do@example.test'"),
          Map.entry("mail.due_at", "now() + interval '1 day'"),
          Map.entry("channel_media.due_at", "now() + interval '1 day'"),
          Map.entry("push_notice.due_at", "now() + interval '1 day'"),
          Map.entry("push_notice.expires_at", "now() + interval '1 day'"),
          Map.entry("webhook_delivery.due_at", "now() + interval '1 day'"));

  /** Worked off within milliseconds: gone before they could be erased. */
  private static final Set<String> FLEETING =
      Set.of("sequence_note", "channel_request", "agent_socket");

  @Inject DataSource database;
  @Inject TenantTables tables;
  private ErasureCheckup checkup;

  @BeforeEach
  void open() throws SQLException {
    checkup =
        ErasureCheckup.open(
            database,
            "livetalk-service",
            List.of(),
            tables.erased().stream()
                .map(ErasedRows::tables)
                .flatMap(Set::stream)
                .collect(Collectors.toSet()),
            tables.kept().stream().map(KeptTable::name).collect(Collectors.toSet()));
  }

  @AfterEach
  void close() throws SQLException {
    checkup.close();
  }

  @Test
  void no_table_is_forgotten() throws SQLException {
    checkup.everyTableIsDecided();
  }

  @Test
  @Rows(part = "TEN-3")
  void erases_one_business_and_leaves_the_other() throws SQLException {
    UUID leaving = checkup.erasesOneBusinessAndNotTheOther(GIVEN, FLEETING);

    // What is told late brings nothing back.
    checkup
        .probe()
        .publish(
            EventCatalog.SECTION_PUBLISHED,
            leaving + ":window",
            leaving,
            new SectionPublished(leaving, "window", 99, "{}"));
    checkup.untilHeard();
    checkup.nothingOf(leaving, "section_settings");
  }

  @Test
  void goes_on_where_a_process_died() throws SQLException {
    checkup.goesOnWhereAProcessDied("label", GIVEN);
  }
}
