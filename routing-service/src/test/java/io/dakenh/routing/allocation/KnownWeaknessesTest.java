package io.dakenh.routing.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dakenh.contracts.routing.OfferMade;
import io.dakenh.contracts.rows.Rows;
import io.dakenh.routing.Business;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What goes wrong in well-known products does not go wrong here. R-6 is in {@code CapacityTest},
 * R-7 in {@code AllocatedAgainTest}, R-8 in {@code OwnerActionsTest} too, R-10 in livetalk's tests
 * of presence.
 */
@QuarkusTest
class KnownWeaknessesTest {
  @Inject DataSource source;
  @Inject AllocationTimer timer;
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
  @Rows(part = {"DEP-2", "DEP-7"})
  void r1_aConversationDoesNotStayWithWhoIsSilent() throws SQLException {
    UUID lan = business.onlineAgent("Lan");
    UUID minh = business.onlineAgent("Minh");
    business.department(Business.SEQUENTIAL, lan, minh);
    UUID conversation = business.open(null);
    OfferMade offer = business.awaitOffer(conversation, lan);

    offerIsOver(conversation);

    assertThat(business.awaitResolved(offer.offerId()).outcome()).isEqualTo("expired");
    OfferMade next = business.awaitOffer(conversation, minh);
    assertThat(business.accept(minh, next.offerId()).statusCode()).isEqualTo(200);
  }

  @Test
  @Rows(part = {"DEP-2", "DEP-7"})
  void r2_passesOnAgainAndAgainUntilTheTotalTimeIsOver() throws SQLException {
    UUID lan = business.onlineAgent("Lan");
    UUID minh = business.onlineAgent("Minh");
    business.department(Business.SEQUENTIAL, lan, minh);
    UUID conversation = business.open(null);

    for (int asked = 1; asked < 6; asked++) {
      awaitOffers(conversation, asked);
      offerIsOver(conversation);
    }
    awaitOffers(conversation, 6);

    assertThat(business.offersOf(conversation))
        .extracting(OfferMade::agentId)
        .containsExactly(lan, minh, lan, minh, lan, minh);
    assertThat(business.offersOf(conversation))
        .extracting(OfferMade::round)
        .containsExactly(1, 1, 2, 2, 3, 3);
  }

  @Test
  @Rows(part = "DEP-2")
  void r3_movesWithoutAnyBrowserAndWhenAnotherReplicaTakesOver() throws Exception {
    UUID lan = business.onlineAgent("Lan");
    UUID minh = business.onlineAgent("Minh");
    business.department(Business.SEQUENTIAL, lan, minh);
    UUID conversation = business.open(null);
    business.awaitOffer(conversation, lan);
    timer.stop();
    offerIsOver(conversation);
    assertThat(business.offersOf(conversation)).hasSize(1);

    timer.start();

    business.awaitOffer(conversation, minh);
  }

  @Test
  @Rows(part = "DEP-2")
  void r4_manyConversationsAtOnceEachKeepTheirOwnPlaceInTheRing() throws SQLException {
    UUID lan = business.onlineAgent("Lan");
    UUID minh = business.onlineAgent("Minh");
    UUID hoa = business.onlineAgent("Hoa");
    UUID sales = UUID.randomUUID();
    business.department(Business.SEQUENTIAL, lan, minh, hoa);
    business.department(sales, Business.SEQUENTIAL, false, false, null, hoa, lan);
    List<UUID> first = new ArrayList<>();
    List<UUID> second = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      first.add(business.open(null));
      second.add(business.open(sales));
    }

    for (UUID conversation : first) {
      assertThat(business.awaitOffer(conversation, lan).round()).isEqualTo(1);
      offerIsOver(conversation);
    }
    for (UUID conversation : second) {
      business.awaitOffer(conversation, hoa);
      offerIsOver(conversation);
    }

    for (UUID conversation : first) {
      business.awaitOffer(conversation, minh);
      assertThat(business.offersOf(conversation))
          .extracting(OfferMade::agentId)
          .startsWith(lan, minh);
    }
    for (UUID conversation : second) {
      business.awaitOffer(conversation, lan);
      assertThat(business.offersOf(conversation))
          .extracting(OfferMade::agentId)
          .startsWith(hoa, lan);
    }
    assertThat(
            business.count(
                "select count(*) from (select 1 from offer where tenant_id = ? and state = 'pending' group by allocation_id having count(*) > 1) as twice",
                business.tenantId))
        .isZero();
  }

  @Test
  @Rows(part = "DEP-2")
  void r5_goesOnInTheRingWhereItWasBeforeARestart() throws Exception {
    UUID lan = business.onlineAgent("Lan");
    UUID minh = business.onlineAgent("Minh");
    UUID hoa = business.onlineAgent("Hoa");
    business.department(Business.SEQUENTIAL, lan, minh, hoa);
    UUID conversation = business.open(null);
    business.awaitOffer(conversation, lan);
    offerIsOver(conversation);
    business.awaitOffer(conversation, minh);

    timer.stop();
    timer.start();
    offerIsOver(conversation);

    business.awaitOffer(conversation, hoa);
    assertThat(business.offersOf(conversation))
        .extracting(OfferMade::agentId)
        .containsExactly(lan, minh, hoa);
  }

  @Test
  @Rows(part = "DEP-7")
  void r8_whatAnAgentIsOfferedIsAskedForAndNotRemembered() {
    UUID lan = business.onlineAgent("Lan");
    business.department(Business.ALL, lan);
    UUID conversation = business.open(null);
    OfferMade offer = business.awaitOffer(conversation, lan);

    for (String state : new String[] {"away", "online"}) {
      business.presence(lan, state);
    }

    await()
        .until(
            () -> offered(lan).size() == 1 && !offered(lan).contains(offer.offerId().toString()));
    assertThat(offered(lan)).isEqualTo(offered(lan));
  }

  @Test
  @Rows(part = {"DEP-4", "DEP-7"})
  void r9_asksNobodyWhoIsBusyAndAcceptsNothingFromWhoWentAway() {
    UUID lan = business.onlineAgent("Lan");
    UUID minh = business.onlineAgent("Minh");
    business.presence(minh, "busy");
    business.department(Business.ALL, lan, minh);
    UUID conversation = business.open(null);
    OfferMade offer = business.awaitOffer(conversation, lan);
    assertThat(business.offersOf(conversation)).hasSize(1);

    business.presence(lan, "offline");
    assertThat(business.awaitResolved(offer.offerId()).outcome()).isEqualTo("withdrawn");
    Response late = business.accept(lan, offer.offerId());

    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(late.jsonPath().getString("outcome")).isEqualTo("withdrawn");
    business.awaitState(conversation, "queued");
  }

  private List<String> offered(UUID agent) {
    return Business.as(business.token(agent))
        .get("/api/v1/offers")
        .jsonPath()
        .getList("items.id", String.class);
  }

  private void awaitOffers(UUID conversation, int count) {
    await().until(() -> business.offersOf(conversation).size() == count);
  }

  /** Moves the deadline of what stands instead of the clock. */
  private void offerIsOver(UUID conversation) throws SQLException {
    business.execute(
        "update offer set expires_at = clock_timestamp() where tenant_id = ? and conversation_id = ? and state = 'pending'",
        business.tenantId,
        conversation);
    business.execute(
        "update allocation set next_due = clock_timestamp() where tenant_id = ? and conversation_id = ?",
        business.tenantId,
        conversation);
  }
}
