package io.dakenh.billing.metering;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.dakenh.billing.entitlement.BillingMonth;
import io.dakenh.billing.entitlement.EntitlementService;
import io.dakenh.billing.ledger.AccountKind;
import io.dakenh.billing.ledger.Balances;
import io.dakenh.billing.ledger.LedgerStore;
import io.dakenh.billing.ledger.TenantWall;
import io.dakenh.billing.ledger.Transfer;
import io.dakenh.billing.ledger.TransferCause;
import io.dakenh.platform.event.ReceivedEvent;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What tests of metering ask and do. */
@ApplicationScoped
public class Books {
  /** What the trial plan grants. */
  public static final long TRIAL = 3600;

  @Inject AgroalDataSource database;
  @Inject EntitlementService entitlements;
  @Inject CallBook book;

  /** A tenant with the trial month, of which only so many seconds are left. */
  public UUID tenantWith(long seconds) {
    UUID tenantId = UUID.randomUUID();
    entitlements.open(tenantId, UUID.randomUUID());
    if (seconds < TRIAL) {
      move(tenantId, AccountKind.MONTHLY, AccountKind.ISSUER, TRIAL - seconds);
    }
    return tenantId;
  }

  /** Seconds moved by hand, as an operator would. */
  public void move(UUID tenantId, AccountKind from, AccountKind to, long seconds) {
    Instant now = Instant.now();
    book.receive(
        new Transfer(
            UUID.randomUUID(),
            tenantId,
            from,
            to,
            seconds,
            TransferCause.CORRECTION,
            BillingMonth.of(now),
            null,
            now));
  }

  /** Applies events as one batch. */
  public void apply(UUID tenantId, List<? extends Record> events) {
    Map<CallKey, CallNews> news = new LinkedHashMap<>();
    for (Record event : events) {
      ReceivedEvent<Record> received =
          new ReceivedEvent<>(UUID.randomUUID(), "test", tenantId, Instant.now(), event);
      news.computeIfAbsent(CallNews.keyOf(received), key -> new CallNews(received.id())).add(event);
    }
    book.apply(news);
  }

  public Balances balances(UUID tenantId) {
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              try (Connection connection = database.getConnection()) {
                TenantWall.openFor(connection, tenantId);
                return LedgerStore.balances(connection, List.of(tenantId)).get(tenantId);
              }
            });
  }

  /** One number, seen by the tenant. */
  public long number(UUID tenantId, String sql) {
    return QuarkusTransaction.requiringNew().call(() -> ask(tenantId, sql));
  }

  private long ask(UUID tenantId, String sql) throws SQLException {
    try (Connection connection = database.getConnection()) {
      TenantWall.openFor(connection, tenantId);
      try (PreparedStatement select = connection.prepareStatement(sql);
          ResultSet row = select.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  /** What must be true at every instant. */
  public void assertConsistent(UUID tenantId) {
    assertThat(number(tenantId, "select sum(balance_seconds) from ledger_account"))
        .as("sum of all accounts")
        .isZero();
    assertThat(number(tenantId, "select count(*) from ledger_drift")).as("drift").isZero();
    assertThat(
            number(
                tenantId,
                "select count(*) from ledger_account where kind in ('monthly', 'bonus', 'used', 'held') and balance_seconds < 0"))
        .as("buckets below zero")
        .isZero();
    assertThat(
            number(
                tenantId,
                """
                select (select balance_seconds from ledger_account where kind = 'held')
                  - coalesce(sum(held_monthly_seconds + held_bonus_seconds), 0) from call_record"""))
        .as("held by calls")
        .isZero();
    assertThat(
            number(
                tenantId,
                """
                select (select balance_seconds from ledger_account where kind = 'used')
                  - coalesce(sum(charged_seconds), 0) from call_record"""))
        .as("charged to calls")
        .isZero();
    Balances balances = balances(tenantId);
    if (balances.overdraftSeconds() > 0) {
      assertThat(balances.available()).as("left beside an overdraft").isZero();
    }
  }
}
