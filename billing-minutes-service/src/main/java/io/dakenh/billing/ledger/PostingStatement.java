package io.dakenh.billing.ledger;

import io.dakenh.platform.time.Ids;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The one statement that moves seconds: transfers that are new, their two entries each, and one
 * update per account however many transfers touch it, so that a batch on a hot account costs as
 * much as a single posting.
 *
 * <p>The entries' balances are counted back from the balance the update returned: that one is right
 * even when the statement's snapshot was not.
 */
final class PostingStatement {
  private static final String POST =
      """
      with input as (
        select * from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[], ?::bigint[], ?::text[],
            ?::text[], ?::uuid[], ?::timestamptz[], ?::uuid[], ?::uuid[], ?::uuid[], ?::text[])
            with ordinality
          as t (id, tenant_id, debit_id, credit_id, seconds, cause,
            month, event_id, occurred_at, debit_entry_id, credit_entry_id, call_id, note, ord)
      ), fresh as (
        insert into ledger_transfer (id, tenant_id, debit_account_id, credit_account_id, seconds,
          cause, month, event_id, occurred_at, call_id, note)
        select id, tenant_id, debit_id, credit_id, seconds, cause, month, event_id, occurred_at,
          call_id, note
        from input
        on conflict (id) do nothing returning id
      ), side as (
        select i.ord, i.debit_entry_id as entry_id, i.tenant_id, i.id as transfer_id,
          i.debit_id as account_id, -i.seconds as seconds
        from input i join fresh using (id)
        union all
        select i.ord, i.credit_entry_id, i.tenant_id, i.id, i.credit_id, i.seconds
        from input i join fresh using (id)
      ), delta as (
        select account_id, sum(seconds)::bigint as seconds, count(*) as movements
        from side group by account_id
      ), balance as (
        update ledger_account a
        set balance_seconds = a.balance_seconds + d.seconds, version = a.version + d.movements
        from delta d where a.id = d.account_id returning a.id, a.balance_seconds
      ), entry as (
        insert into ledger_entry (id, tenant_id, transfer_id, account_id, seconds,
          balance_after_seconds)
        select s.entry_id, s.tenant_id, s.transfer_id, s.account_id, s.seconds,
          b.balance_seconds - coalesce(sum(s.seconds) over (
            partition by s.account_id order by s.ord desc
            rows between unbounded preceding and 1 preceding), 0)
        from side s join balance b on b.id = s.account_id
      )
      select id from fresh""";

  /** Always in the same order, so that two postings wait for each other and never deadlock. */
  private static final String LOCK =
      "select id from ledger_account where id = any (?) order by id for no key update";

  private PostingStatement() {}

  /** Returns the ids of the transfers that were new. */
  static Set<UUID> execute(Connection connection, Collection<Transfer> transfers)
      throws SQLException {
    lock(connection, transfers);
    List<Transfer> rows = List.copyOf(transfers);
    try (PreparedStatement post = connection.prepareStatement(POST)) {
      post.setArray(1, array(connection, "uuid", rows, Transfer::id));
      post.setArray(2, array(connection, "uuid", rows, Transfer::tenantId));
      post.setArray(3, array(connection, "uuid", rows, t -> t.from().accountOf(t.tenantId())));
      post.setArray(4, array(connection, "uuid", rows, t -> t.to().accountOf(t.tenantId())));
      post.setArray(5, array(connection, "bigint", rows, Transfer::seconds));
      post.setArray(6, array(connection, "text", rows, t -> t.cause().code()));
      post.setArray(7, array(connection, "text", rows, t -> t.month().toString()));
      post.setArray(8, array(connection, "uuid", rows, Transfer::eventId));
      post.setArray(9, array(connection, "timestamptz", rows, t -> t.occurredAt().toString()));
      post.setArray(10, array(connection, "uuid", rows, t -> Ids.next()));
      post.setArray(11, array(connection, "uuid", rows, t -> Ids.next()));
      post.setArray(12, array(connection, "uuid", rows, Transfer::callId));
      post.setArray(13, array(connection, "text", rows, Transfer::note));
      Set<UUID> fresh = new HashSet<>();
      try (ResultSet ids = post.executeQuery()) {
        while (ids.next()) {
          fresh.add(ids.getObject(1, UUID.class));
        }
      }
      return fresh;
    }
  }

  private static void lock(Connection connection, Collection<Transfer> transfers)
      throws SQLException {
    Set<UUID> accounts = new HashSet<>();
    for (Transfer transfer : transfers) {
      accounts.add(transfer.from().accountOf(transfer.tenantId()));
      accounts.add(transfer.to().accountOf(transfer.tenantId()));
    }
    try (PreparedStatement lock = connection.prepareStatement(LOCK)) {
      lock.setArray(1, connection.createArrayOf("uuid", accounts.toArray()));
      lock.execute();
    }
  }

  private static Array array(
      Connection connection,
      String type,
      List<Transfer> rows,
      Function<Transfer, ? extends @Nullable Object> column)
      throws SQLException {
    return connection.createArrayOf(type, rows.stream().map(column).toArray());
  }
}
