package io.dakenh.billing.ledger;

import io.agroal.api.AgroalDataSource;
import io.dakenh.platform.problem.ProblemException;
import io.dakenh.platform.web.Cursor;
import io.dakenh.platform.web.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads movements, newest first. */
@ApplicationScoped
class LedgerEntries {
  /** Larger than any id of version 7, so the first page needs no statement of its own. */
  private static final UUID NEWEST = new UUID(-1L, -1L);

  private static final String SELECT =
      """
      select e.id, e.transfer_id, a.kind, e.seconds, e.balance_after_seconds, t.cause, t.month,
        t.occurred_at
      from ledger_entry e
      join ledger_account a on a.id = e.account_id
      join ledger_transfer t on t.id = e.transfer_id
      where e.tenant_id = ? and e.id < ? and a.kind in ('monthly', 'bonus')
      order by e.id desc limit ?""";

  private final AgroalDataSource database;

  @Inject
  LedgerEntries(AgroalDataSource database) {
    this.database = database;
  }

  @Transactional
  Page<LedgerEntryView> page(UUID tenantId, int limit, @Nullable String cursor) {
    UUID before = before(cursor);
    try (Connection connection = database.getConnection()) {
      TenantWall.openFor(connection, tenantId);
      try (PreparedStatement select = connection.prepareStatement(SELECT)) {
        select.setObject(1, tenantId);
        select.setObject(2, before);
        select.setInt(3, limit + 1);
        return Page.cut(read(select), limit, entry -> Cursor.of(entry.id()));
      }
    } catch (SQLException away) {
      throw ProblemException.unavailable("storage-unavailable", "Please try again.", away);
    }
  }

  private static UUID before(@Nullable String cursor) {
    Cursor decoded = Cursor.decode(cursor, 1);
    if (decoded == null) {
      return NEWEST;
    }
    try {
      return UUID.fromString(decoded.values().getFirst());
    } catch (IllegalArgumentException notOurs) {
      throw ProblemException.invalid("/cursor", "cursor", "This cursor is not valid here.");
    }
  }

  private static List<LedgerEntryView> read(PreparedStatement select) throws SQLException {
    List<LedgerEntryView> entries = new ArrayList<>();
    try (ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        entries.add(
            new LedgerEntryView(
                rows.getObject(1, UUID.class),
                rows.getObject(2, UUID.class),
                rows.getString(3),
                rows.getLong(4),
                rows.getLong(5),
                rows.getString(6),
                rows.getString(7),
                rows.getObject(8, OffsetDateTime.class).toInstant()));
      }
    }
    return entries;
  }
}
