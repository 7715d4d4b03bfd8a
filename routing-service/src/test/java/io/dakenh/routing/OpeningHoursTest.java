package io.dakenh.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.dakenh.contracts.config.BusinessHours;
import io.dakenh.contracts.config.BusinessHours.Dated;
import io.dakenh.contracts.config.BusinessHours.Span;
import io.dakenh.contracts.config.BusinessHours.Weekly;
import io.dakenh.contracts.event.EventCatalog;
import io.dakenh.contracts.routing.AllocationQueued;
import io.dakenh.contracts.routing.OfferMade;
import io.dakenh.contracts.rows.Rows;
import io.dakenh.routing.Business.Extras;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Departments that open and close. */
@QuarkusTest
class OpeningHoursTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  private static final List<Weekly> ALL_DAY =
      Arrays.stream(DayOfWeek.values())
          .map(day -> new Weekly(BusinessHours.day(day), "00:00", "24:00"))
          .toList();

  @Inject DataSource database;
  private Business business;

  @BeforeEach
  void found() {
    business = new Business(database);
  }

  @AfterEach
  void close() {
    business.close();
  }

  /** Open at any time but today, and yesterday and tomorrow, should midnight come meanwhile. */
  private static BusinessHours closedNow() {
    LocalDate today = LocalDate.now(ZONE);
    return new BusinessHours(
        ZONE.getId(),
        ALL_DAY,
        List.of(
            new Dated(today.minusDays(1).toString(), null, List.of()),
            new Dated(today.toString(), "Tết", List.of()),
            new Dated(today.plusDays(1).toString(), null, List.of(new Span("23:58", "23:59")))));
  }

  private static BusinessHours openNow() {
    return new BusinessHours(ZONE.getId(), ALL_DAY, List.of());
  }

  @Test
  @Rows(part = "DEP-10")
  void asksNobodyOutsideTheHoursAndEveryoneInTurnOnceItOpens() throws SQLException {
    // Given
    UUID lan = business.onlineAgent("Lan");
    UUID department = business.department(Business.ALL, Extras.hours(closedNow()), lan);

    // When
    UUID conversation = business.open(null);

    // Then
    AllocationQueued queued =
        business.probe.await(
            EventCatalog.ALLOCATION_QUEUED,
            business.tenantId,
            event -> event.conversationId().equals(conversation));
    assertThat(queued.reason()).isEqualTo("outside-hours");
    assertThat(business.offersOf(conversation)).isEmpty();

    // When it opens after the total time was over, as after a night
    business.execute(
        "update allocation set total_deadline = clock_timestamp() where conversation_id = ?",
        conversation);
    opensNow(department);

    // Then
    OfferMade offer = business.awaitOffer(conversation, lan);
    assertThat(business.accept(lan, offer.offerId()).statusCode()).isEqualTo(200);
  }

  @Test
  @Rows(part = "DEP-10")
  void asksAgainAtOpeningWhoWasAskedBeforeClosingAndNeverWentAway() throws SQLException {
    // Given
    UUID lan = business.onlineAgent("Lan");
    UUID department = business.department(Business.ALL, Extras.hours(openNow()), lan);
    UUID conversation = business.open(null);
    business.awaitOffer(conversation, lan);

    // When it closes
    business.department(department, Business.ALL, Extras.hours(closedNow()), lan);
    business.awaitState(conversation, "queued");
    business.execute(
        "update allocation set total_deadline = clock_timestamp() where conversation_id = ?",
        conversation);

    // And opens
    opensNow(department);

    // Then
    business.awaitCount(2, "select count(*) from offer where conversation_id = ?", conversation);
  }

  @Test
  @Rows(part = "DEP-10")
  void letsPeopleTakeFromTheQueueAtAnyTime() {
    // Given
    UUID lan = business.onlineAgent("Lan");
    business.department(Business.ALL, Extras.hours(closedNow()), lan);
    UUID conversation = business.open(null);
    business.awaitState(conversation, "queued");

    // When
    int status =
        Business.as(business.token(lan)).post("/api/v1/queue/{id}/take", conversation).statusCode();

    // Then
    assertThat(status).isEqualTo(200);
  }

  @Test
  @Rows(part = "DEP-10")
  void keepsItsTimerInItsRow() throws SQLException {
    // Given
    UUID lan = business.agent("Lan");
    UUID department = business.department(Business.ALL, Extras.hours(closedNow()), lan);

    // Then: the next opening, found by the timer
    business.awaitCount(
        1,
        "select count(*) from department where id = ? and hours_due > clock_timestamp() and opened_at is null",
        department);

    // And when it has no hours any more there is nothing to wait for
    business.department(department, Business.ALL, new Extras(null, null, null), lan);
    business.awaitCount(
        1, "select count(*) from department where id = ? and hours_due is null", department);
  }

  /** Makes the hours those of a department that opened this moment, as the clock would. */
  private void opensNow(UUID department) throws SQLException {
    business.execute(
        "update department set hours = replace(hours, ?, ?), hours_due = clock_timestamp() where id = ?",
        "\"" + LocalDate.now(ZONE) + "\"",
        "\"2000-01-01\"",
        department);
  }
}
