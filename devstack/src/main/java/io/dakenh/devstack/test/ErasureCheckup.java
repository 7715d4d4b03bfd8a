package io.dakenh.devstack.test;

import io.dakenh.contracts.erasure.TenantErased;
import io.dakenh.contracts.erasure.TenantErasureRequested;
import io.dakenh.contracts.event.EventCatalog;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/**
 * Sees that a running service erases a business: of every table there is, whichever it is, a row of
 * the business goes and the same row of another business stays, unless the service says why not.
 */
public final class ErasureCheckup implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Set<String> MACHINERY = Set.of("inbox", "outbox", "tenant_erasure");

  private final Connection connection;
  private final EventProbe probe;
  private final String service;
  private final Set<String> erased;
  private final Set<String> kept;

  private ErasureCheckup(
      Connection connection,
      EventProbe probe,
      String service,
      Set<String> erased,
      Set<String> kept) {
    this.connection = connection;
    this.probe = probe;
    this.service = service;
    this.erased = erased;
    this.kept = kept;
  }

  /**
   * Opens a checkup.
   *
   * @param prepare statements for this connection, such as those that open a wall between tenants
   * @param erased tables the service says it empties
   * @param kept tables the service says it keeps
   */
  public static ErasureCheckup open(
      DataSource database,
      String service,
      List<String> prepare,
      Set<String> erased,
      Set<String> kept)
      throws SQLException {
    Connection connection = database.getConnection();
    for (String sql : prepare) {
      execute(connection, sql);
    }
    return new ErasureCheckup(connection, EventProbe.connect(), service, erased, kept);
  }

  @Override
  public void close() throws SQLException {
    probe.close();
    connection.close();
  }

  /** Fails when a table is neither erased nor kept, so that none can be forgotten. */
  public void everyTableIsDecided() throws SQLException {
    Set<String> decided = new TreeSet<>(erased);
    decided.addAll(kept);
    decided.addAll(MACHINERY);

    same("tables", decided, new TreeSet<>(SeededRows.tables(connection)));
    Set<String> both = new TreeSet<>(erased);
    both.retainAll(kept);
    same("tables both erased and kept", Set.of(), both);
  }

  /**
   * Erases one of two businesses that have a row in every table.
   *
   * @param given values of columns that cannot be guessed, see {@link SeededRows}
   * @param fleeting tables whose rows the service works off before anybody could erase them
   * @return the business that was erased
   */
  public UUID erasesOneBusinessAndNotTheOther(Map<String, String> given, Set<String> fleeting)
      throws SQLException {
    UUID leaving = UUID.randomUUID();
    Set<String> tables = new TreeSet<>(erased);
    tables.removeAll(MACHINERY);
    tables.removeAll(fleeting);
    SeededRows theirs = new SeededRows(connection, leaving, given);
    SeededRows others = new SeededRows(connection, UUID.randomUUID(), given);
    theirs.insertAll(tables);
    others.insertAll(tables);
    Map<String, Long> before = others.left();
    same("rows of the other", ones(before.keySet()), before);

    UUID erasure = request(leaving, UUID.randomUUID());
    TenantErased answer = answer(leaving, erasure, 1);

    Map<String, Long> gone = new HashMap<>(theirs.left());
    gone.values().removeIf(left -> left == 0);
    same("what is left", Map.of(), gone);
    same("what the other has", before, others.left());
    Map<String, Long> told = counts(answer.erased());
    told.keySet().retainAll(tables);
    same("what the answer tells", ones(tables), told);

    request(leaving, erasure);
    TenantErased again = answer(leaving, erasure, 2);
    same("the second answer", counts(answer.erased()), counts(again.erased()));
    return leaving;
  }

  /** Goes on where a process died between two transactions: what it had counted still counts. */
  public void goesOnWhereAProcessDied(String table, Map<String, String> given) throws SQLException {
    UUID leaving = UUID.randomUUID();
    UUID erasure = UUID.randomUUID();
    SeededRows theirs = new SeededRows(connection, leaving, given);
    theirs.insertAll(Set.of(table));
    execute(
        connection,
        ("insert into tenant_erasure (tenant_id, erasure_id, requested_at, step, found, erased) "
                + "values ('%s', '%s', now(), 2, true, "
                + "'{\"counts\": [{\"what\": \"%s\", \"count\": 41}]}')")
            .formatted(leaving, erasure, table));
    // Whoever hears of it again takes it up; so does the sweep, after its time.
    request(UUID.randomUUID(), UUID.randomUUID());

    same("counted in all", 42L, counts(answer(leaving, erasure, 1).erased()).get(table));
    same("what is left", 0L, theirs.left().get(table));
  }

  /** Sees that nothing of a business is in a table. */
  public void nothingOf(UUID tenantId, String table) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "select count(*) from %s where tenant_id = ?".formatted(table))) {
      select.setObject(1, tenantId);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        same("rows of " + table, 0L, row.getLong(1));
      }
    }
  }

  /** The probe, to tell of something late. */
  public EventProbe probe() {
    return probe;
  }

  /** Erases another business and waits for it: by then all that was told before is heard. */
  public void untilHeard() {
    UUID another = UUID.randomUUID();
    answer(another, request(another, UUID.randomUUID()), 1);
  }

  private UUID request(UUID tenantId, UUID erasureId) {
    probe.publish(
        EventCatalog.TENANT_ERASURE_REQUESTED,
        tenantId.toString(),
        tenantId,
        new TenantErasureRequested(tenantId, erasureId, Instant.now()));
    return erasureId;
  }

  private TenantErased answer(UUID tenantId, UUID erasureId, int times) {
    Awaitility.await("answer " + times + " of " + service)
        .atMost(PATIENCE)
        .pollInSameThread()
        .until(() -> probe.present(EventCatalog.TENANT_ERASED, tenantId).size() >= times);
    TenantErased answer = probe.present(EventCatalog.TENANT_ERASED, tenantId).get(times - 1);
    same("who answers", service, answer.service());
    same("the erasure", erasureId, answer.erasureId());
    return answer;
  }

  private static void same(String what, @Nullable Object expected, @Nullable Object actual) {
    if (!Objects.equals(expected, actual)) {
      throw new AssertionError(what + ": expected " + expected + " but found " + actual);
    }
  }

  private static Map<String, Long> ones(Set<String> tables) {
    return tables.stream().collect(Collectors.toMap(table -> table, table -> 1L));
  }

  private static Map<String, Long> counts(List<TenantErased.Count> counts) {
    return counts.stream()
        .collect(
            Collectors.toMap(
                TenantErased.Count::what, TenantErased.Count::count, Long::sum, TreeMap::new));
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.execute();
    }
  }
}
