package io.dakenh.routing.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import io.dakenh.contracts.event.EventCatalog;
import io.dakenh.contracts.routing.OfferMade;
import io.dakenh.contracts.routing.OfferResolved;
import io.dakenh.contracts.rows.Rows;
import io.dakenh.platform.relational.timer.Alarm;
import io.dakenh.routing.Business;
import io.dakenh.routing.Business.Rules;
import io.dakenh.routing.RoutingConfig;
import io.dakenh.routing.store.Database;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AllocationTimerTest {
  @Inject DataSource source;
  @Inject AllocationTimer timer;
  @Inject AllocationStore store;
  @Inject AllocationDriver driver;
  @Inject AllocationWriter writer;
  @Inject ErrandRunner errandRunner;
  @Inject HolderWatch holders;
  @Inject Database database;
  @Inject RoutingConfig config;
  @Inject MeterRegistry meters;
  @Inject TransactionSynchronizationRegistry transaction;
  private Business business;

  @BeforeEach
  void found() {
    business = new Business(source);
  }

  @AfterEach
  void close() {
    business.close();
  }

  @Test
  @Rows(part = "DEP-2")
  void doesAfterARestartWhatFellDueMeanwhile() throws Exception {
    // Given: offers of twenty conversations, all overdue while no replica runs
    UUID lan = business.onlineAgent("Lan");
    UUID minh = business.onlineAgent("Minh");
    business.department(Business.SEQUENTIAL, lan, minh);
    List<UUID> conversations = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      conversations.add(business.open(null));
    }
    conversations.forEach(conversation -> business.awaitOffer(conversation, lan));
    timer.stop();
    business.execute(
        """
        update offer set expires_at = clock_timestamp() - interval '1 minute'
        where tenant_id = ? and state = 'pending'""",
        business.tenantId);
    business.execute(
        "update allocation set next_due = clock_timestamp() - interval '1 minute' where tenant_id = ?",
        business.tenantId);

    // When
    timer.start();

    // Then
    conversations.forEach(conversation -> business.awaitOffer(conversation, minh));
    List<OfferMade> made = business.probe.present(EventCatalog.OFFER_MADE, business.tenantId);
    assertThat(made).hasSize(40);
    List<OfferResolved> resolved =
        business.probe.present(EventCatalog.OFFER_RESOLVED, business.tenantId);
    assertThat(resolved).hasSize(20).extracting(OfferResolved::outcome).containsOnly("expired");
  }

  @Test
  @Rows(part = "DEP-3")
  void doesNothingTwiceWhenTwoReplicasRun() throws Exception {
    // Given
    AllocationTimer second =
        new AllocationTimer(
            store,
            driver,
            writer,
            errandRunner,
            holders,
            database,
            new Alarm(transaction),
            config,
            meters);
    second.start();
    try {
      UUID lan = business.onlineAgent("Lan");
      UUID minh = business.onlineAgent("Minh");
      business.department(new Rules("random", 5, 30), lan, minh);

      // When: a hundred conversations, passed on once
      List<UUID> conversations = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        conversations.add(business.open(null));
      }

      // Then
      conversations.forEach(
          conversation -> {
            business.awaitOffer(conversation, lan);
            business.awaitOffer(conversation, minh);
          });
      List<OfferMade> made =
          business.probe.present(EventCatalog.OFFER_MADE, business.tenantId).stream()
              .filter(offer -> offer.round() == 1)
              .toList();
      assertThat(made).hasSize(200);
      assertThat(new HashSet<>(made.stream().map(OfferMade::offerId).toList())).hasSize(200);
      for (UUID conversation : conversations) {
        List<OfferMade> pair =
            made.stream().filter(offer -> offer.conversationId().equals(conversation)).toList();
        assertThat(pair.getLast().madeAt())
            .as("never early")
            .isAfterOrEqualTo(pair.getFirst().expiresAt());
      }
    } finally {
      second.stop();
    }
  }

  @Test
  void putsAsideWhatCannotBeHandledAndGoesOn() throws SQLException {
    // Given
    UUID lan = business.onlineAgent("Lan");
    business.department(Business.ALL, lan);
    UUID broken = business.open(null);
    business.awaitOffer(broken, lan);

    // When: a row that cannot be read falls due
    business.execute(
        """
        update allocation set state = 'queued', queue_reason = null, next_due = clock_timestamp() - interval '1 minute'
        where tenant_id = ? and conversation_id = ?""",
        business.tenantId,
        broken);
    UUID conversation = business.open(null);

    // Then
    business.awaitOffer(conversation, lan);
    business.awaitCount(
        1,
        "select count(*) from allocation where tenant_id = ? and conversation_id = ? and next_due > clock_timestamp()",
        business.tenantId,
        broken);
  }
}
