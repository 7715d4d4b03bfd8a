package io.dakenh.platform.relational.erasure;

import io.dakenh.contracts.event.Topic;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows that go when a business is erased. Names and conditions are those of our own schema. */
public sealed interface ErasedRows {
  /** Names of the tables in which nothing of the business is left afterwards. */
  Set<String> tables();

  /** Removes some; tells whether there is no more for now. */
  boolean removeSome(ErasureBatch batch) throws SQLException;

  /** All rows of the business in a table that names it. */
  static ErasedRows of(String table) {
    return where(table, "tenant_id = ?");
  }

  /** Rows that a condition names; each of its parameters is the business. */
  static ErasedRows where(String table, String condition) {
    return new Plain(table, condition, null, "''");
  }

  /** Rows a compacted topic tells of under the value of a column: the topic forgets them. */
  static ErasedRows told(String table, Topic topic, String key) {
    return new Plain(table, "tenant_id = ?", topic, key);
  }

  /** Columns of rows that stay. */
  static ErasedRows words(String table, String change, String condition) {
    return new Words(table, change, condition);
  }

  /**
   * Rows that cannot be found by their business without reading the whole table, but by what they
   * belong to: some of that is taken, with all that belongs to it, then the next.
   */
  static Family family(String table) {
    return family(table, "select id from %s where tenant_id = ? limit ?".formatted(table));
  }

  /** Like {@link #family(String)} with a statement that gives so many ids of the business. */
  static Family family(String table, String ids) {
    return new Family(table, ids, Map.of());
  }

  /** What every service has. */
  static List<ErasedRows> platform() {
    List<ErasedRows> rows = new ArrayList<>();
    rows.add(
        where(
            "outbox",
            "tenant_id = ? and payload is not null and type <> 'io.dakenh.config.tenant.erased.v1'"));
    rows.add(of("idempotency_key"));
    return rows;
  }

  /** Rows of one table. */
  record Plain(String table, String condition, @Nullable Topic topic, String key)
      implements ErasedRows {
    @Override
    public Set<String> tables() {
      return Set.of(table);
    }

    @Override
    public boolean removeSome(ErasureBatch batch) throws SQLException {
      return batch.remove(table, condition, topic, key);
    }
  }

  /** Columns of one table. */
  record Words(String table, String change, String condition) implements ErasedRows {
    @Override
    public Set<String> tables() {
      return Set.of();
    }

    @Override
    public boolean removeSome(ErasureBatch batch) throws SQLException {
      return batch.blank(table, change, condition);
    }
  }

  /**
   * Rows with an id, and what belongs to them.
   *
   * @param ids statement that gives so many ids of a business
   * @param members table and condition with the list of ids as parameter
   */
  record Family(String table, String ids, Map<String, String> members) implements ErasedRows {
    private static final int TOGETHER = 100;

    /** Adds rows that name the id in a column. */
    public Family with(String member, String column) {
      return withAll(member, column + " = any (?)");
    }

    /** Adds rows a condition on the ids names. */
    public Family withAll(String member, String condition) {
      Map<String, String> more = new LinkedHashMap<>(members);
      more.put(member, condition);
      return new Family(table, ids, more);
    }

    @Override
    public Set<String> tables() {
      Set<String> tables = new TreeSet<>(members.keySet());
      tables.add(table);
      return tables;
    }

    @Override
    public boolean removeSome(ErasureBatch batch) throws SQLException {
      List<UUID> some = batch.ids(ids, Math.min(TOGETHER, batch.left()));
      if (some.isEmpty()) {
        return true;
      }
      for (Map.Entry<String, String> member : members.entrySet()) {
        if (batch.left() == 0 || !batch.removeOf(member.getKey(), member.getValue(), some)) {
          return false;
        }
      }
      if (batch.left() > 0) {
        batch.removeOf(table, "id = any (?)", some);
      }
      return false;
    }
  }
}
