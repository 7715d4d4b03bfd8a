package io.dakenh.livetalk.report;

import io.dakenh.livetalk.report.Report.Row;
import io.dakenh.livetalk.store.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/** Sums the read model up. */
@ApplicationScoped
class ReportReader {
  private static final String BY_DAY = "to_char(r.opened_at at time zone ?, 'YYYY-MM-DD')";
  private static final String BY_AGENT = "r.agent_id::text";
  private static final String BY_DEPARTMENT = "r.department_id::text";
  private static final String BY_CHANNEL = "r.channel_kind";

  private final Database database;

  @Inject
  ReportReader(Database database) {
    this.database = database;
  }

  Report read(UUID tenantId, ReportQuery query) {
    return new Report(
        query.from(),
        query.to(),
        query.zone().getId(),
        totals(tenantId, query),
        days(tenantId, query),
        named(tenantId, grouped(tenantId, query, BY_AGENT), "staff"),
        named(tenantId, grouped(tenantId, query, BY_DEPARTMENT), "department"),
        grouped(tenantId, query, BY_CHANNEL));
  }

  private Measures totals(UUID tenantId, ReportQuery query) {
    return database
        .first(
            "select " + Measures.COLUMNS + " from report_conversation r" + query.condition(),
            row -> Measures.read(row, 1),
            query.values(tenantId).toArray())
        .orElse(Measures.NOTHING);
  }

  private List<Row> grouped(UUID tenantId, ReportQuery query, String key) {
    List<Object> values = new ArrayList<>();
    if (key.equals(BY_DAY)) {
      values.add(query.zone().getId());
    }
    values.addAll(query.values(tenantId));
    return database.list(
        "select "
            + key
            + ", "
            + Measures.COLUMNS
            + " from report_conversation r"
            + query.condition()
            + " group by 1 order by 2 desc, 1",
        row -> new Row(row.getString(1), null, Measures.read(row, 2)),
        values.toArray());
  }

  private List<Row> days(UUID tenantId, ReportQuery query) {
    Map<String, Row> found =
        grouped(tenantId, query, BY_DAY).stream()
            .collect(Collectors.toMap(row -> Objects.requireNonNull(row.key()), row -> row));
    return query.days().stream()
        .map(Object::toString)
        .map(day -> found.getOrDefault(day, new Row(day, null, Measures.NOTHING)))
        .toList();
  }

  private List<Row> named(UUID tenantId, List<Row> rows, String table) {
    UUID[] ids =
        rows.stream()
            .map(Row::key)
            .filter(Objects::nonNull)
            .map(UUID::fromString)
            .toArray(UUID[]::new);
    record Name(String id, String name) {}
    Map<String, String> names =
        database
            .list(
                "select id::text, name from " + table + " where tenant_id = ? and id = any (?)",
                row -> new Name(row.getString(1), row.getString(2)),
                tenantId,
                ids)
            .stream()
            .collect(Collectors.toMap(Name::id, Name::name));
    return rows.stream()
        .map(
            row ->
                row.key() == null
                    ? row
                    : new Row(row.key(), names.getOrDefault(row.key(), ""), row.measures()))
        .toList();
  }
}
