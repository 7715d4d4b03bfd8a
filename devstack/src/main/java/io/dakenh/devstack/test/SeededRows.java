package io.dakenh.devstack.test;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One row in every table of a database for one tenant, made from what the catalogue says: a table
 * that is added is in it by itself.
 */
final class SeededRows {
  private static final Pattern LITERAL = Pattern.compile("'([^']+)'::text");

  private final Connection connection;
  private final UUID tenantId;
  private final Map<String, String> given;
  private final Map<String, Map<String, @Nullable String>> rows = new TreeMap<>();

  /**
   * Nothing yet.
   *
   * @param given values by {@code table.column}, as SQL whose every parameter is the tenant
   */
  SeededRows(Connection connection, UUID tenantId, Map<String, String> given) {
    this.connection = connection;
    this.tenantId = tenantId;
    this.given = given;
  }

  /** All tables but those of the migrations. */
  static List<String> tables(Connection connection) throws SQLException {
    return texts(
        connection,
        """
        select table_name from information_schema.tables
        where table_schema = current_schema() and table_type = 'BASE TABLE' and table_name not like 'flyway%'
        order by table_name""");
  }

  private static List<String> texts(Connection connection, String sql, String... parameters)
      throws SQLException {
    List<String> texts = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        select.setString(i + 1, parameters[i]);
      }
      try (ResultSet found = select.executeQuery()) {
        while (found.next()) {
          texts.add(found.getString(1));
        }
      }
    }
    return texts;
  }

  /** A row in each of the tables; those whose values are looked up come last. */
  void insertAll(Set<String> tables) throws SQLException {
    List<String> last = new ArrayList<>();
    for (String table : tables) {
      if (given.entrySet().stream()
          .anyMatch(
              value ->
                  value.getKey().startsWith(table + ".") && value.getValue().contains(" from "))) {
        last.add(table);
      } else {
        insert(table);
      }
    }
    for (String table : last) {
      insert(table);
    }
  }

  /** How many of the rows are still there. */
  Map<String, Long> left() throws SQLException {
    Map<String, Long> left = new TreeMap<>();
    for (Map.Entry<String, Map<String, @Nullable String>> row : rows.entrySet()) {
      left.put(row.getKey(), count(row.getKey(), row.getValue()));
    }
    return left;
  }

  private long count(String table, Map<String, @Nullable String> row) throws SQLException {
    List<String> keys =
        texts(
            connection,
            """
            select a.attname from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
            where i.indisprimary and i.indrelid = ?::regclass""",
            table);
    String condition = String.join(" and ", keys.stream().map(key -> key + "::text = ?").toList());
    try (PreparedStatement select =
        connection.prepareStatement(
            "select count(*) from %s where %s".formatted(table, condition))) {
      for (int i = 0; i < keys.size(); i++) {
        select.setString(i + 1, row.get(keys.get(i)));
      }
      try (ResultSet found = select.executeQuery()) {
        found.next();
        return found.getLong(1);
      }
    }
  }

  private void insert(String table) throws SQLException {
    if (rows.containsKey(table)) {
      return;
    }
    Map<String, String> values = new LinkedHashMap<>();
    Map<String, String> inherited = references(table);
    for (Map<String, String> column : columns(table)) {
      String name = String.valueOf(column.get("name"));
      String type = String.valueOf(column.get("type"));
      String own = given.get(table + "." + name);
      if (own != null) {
        values.put(name, "(" + own.replace("?", "'" + tenantId + "'") + ")");
      } else if (name.equals("tenant_id")) {
        values.put(name, "'" + tenantId + "'");
      } else if (inherited.containsKey(name)) {
        values.put(name, "'" + inherited.get(name) + "'");
      } else if (column.get("needed").equals("t")) {
        values.put(name, "'" + value(table, name, type) + "'::" + type);
      }
    }
    String sql =
        "insert into %s (%s) values (%s) returning *"
            .formatted(
                table, String.join(", ", values.keySet()), String.join(", ", values.values()));
    try (PreparedStatement insert = connection.prepareStatement(sql);
        ResultSet row = insert.executeQuery()) {
      row.next();
      ResultSetMetaData columns = row.getMetaData();
      Map<String, @Nullable String> stored = new HashMap<>();
      for (int i = 1; i <= columns.getColumnCount(); i++) {
        stored.put(columns.getColumnName(i), row.getString(i));
      }
      rows.put(table, stored);
    } catch (SQLException refused) {
      throw new AssertionError("say what a row of " + table + " looks like: " + sql, refused);
    }
  }

  private List<Map<String, String>> columns(String table) throws SQLException {
    List<Map<String, String>> columns = new ArrayList<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            select a.attname, format_type(a.atttypid, null),
              case when a.attnotnull and not a.atthasdef and a.attidentity = '' then 't' else 'f' end
            from pg_attribute a where a.attrelid = ?::regclass and a.attnum > 0 and not a.attisdropped
            order by a.attnum""")) {
      select.setString(1, table);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          columns.add(
              Map.of(
                  "name", row.getString(1), "type", row.getString(2), "needed", row.getString(3)));
        }
      }
    }
    return columns;
  }

  /** Values of columns that name a row of another table. */
  private Map<String, String> references(String table) throws SQLException {
    Map<String, String> values = new HashMap<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            select c.confrelid::regclass::text, a.attname, f.attname
            from pg_constraint c, unnest(c.conkey, c.confkey) as k (own, other),
              pg_attribute a, pg_attribute f
            where c.contype = 'f' and c.conrelid = ?::regclass and a.attnotnull
              and a.attrelid = c.conrelid and a.attnum = k.own and f.attrelid = c.confrelid and f.attnum = k.other""")) {
      select.setString(1, table);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          String other = row.getString(1);
          if (!other.equals(table) && !given.containsKey(table + "." + row.getString(2))) {
            insert(other);
            String value = rows.get(other).get(row.getString(3));
            if (value != null) {
              values.put(row.getString(2), value);
            }
          }
        }
      }
    }
    return values;
  }

  private String value(String table, String column, String type) throws SQLException {
    return switch (type) {
      case "uuid" -> UUID.randomUUID().toString();
      case "text" -> word(table, column);
      case "integer", "bigint", "smallint" -> "1";
      case "boolean" -> "false";
      case "timestamp with time zone", "date" -> "2026-11-24";
      case "bytea" -> "\\x" + UUID.randomUUID().toString().replace("-", "");
      case "jsonb" -> "{}";
      case "tsvector" -> "";
      default -> "{}";
    };
  }

  /** What a check allows, or something nobody else has. */
  private String word(String table, String column) throws SQLException {
    for (String check :
        texts(
            connection,
            """
            select pg_get_constraintdef(c.oid) from pg_constraint c
            join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any (c.conkey)
            where c.contype = 'c' and c.conrelid = ?::regclass and a.attname = ?
            order by cardinality(c.conkey)""",
            table,
            column)) {
      Matcher literal = LITERAL.matcher(check);
      if (literal.find()) {
        return literal.group(1);
      }
    }
    return UUID.randomUUID().toString();
  }
}
