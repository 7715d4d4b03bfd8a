package io.dakenh.billing.erasure;

import io.dakenh.contracts.config.TenantChanged;
import io.dakenh.contracts.event.EventCatalog;
import io.dakenh.contracts.rows.Rows;
import io.dakenh.devstack.test.ErasureCheckup;
import io.dakenh.platform.relational.erasure.ErasedRows;
import io.dakenh.platform.relational.erasure.KeptTable;
import io.dakenh.platform.relational.erasure.TenantTables;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
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
class BillingErasureTest {
  private static final Map<String, String> GIVEN =
      Map.ofEntries(
          Map.entry("entitlement.plan_code", "'trial'"),
          Map.entry("entitlement.month", "'2026-11'"),
          Map.entry("entitlement.next_reset_at", "now() + interval '1 day'"));

  @Inject DataSource database;
  @Inject TenantTables tables;
  private ErasureCheckup checkup;

  @BeforeEach
  void open() throws SQLException {
    checkup =
        ErasureCheckup.open(
            database,
            "billing-minutes-service",
            List.of("select set_config('dakenh.scope', 'every-tenant', false)"),
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
    UUID leaving = checkup.erasesOneBusinessAndNotTheOther(GIVEN, Set.of());

    // What is told late brings nothing back.
    checkup
        .probe()
        .publish(
            EventCatalog.TENANT_CHANGED,
            leaving.toString(),
            leaving,
            new TenantChanged(
                leaving,
                99,
                "Trở Về",
                "dk-" + leaving,
                "active",
                "vi",
                "Asia/Ho_Chi_Minh",
                null,
                Instant.now(),
                null));
    checkup.untilHeard();
    checkup.nothingOf(leaving, "entitlement");
  }

  @Test
  void goes_on_where_a_process_died() throws SQLException {
    checkup.goesOnWhereAProcessDied("call_record", GIVEN);
  }
}
