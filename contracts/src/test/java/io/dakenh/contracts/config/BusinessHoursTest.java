package io.dakenh.contracts.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.dakenh.contracts.config.BusinessHours.Dated;
import io.dakenh.contracts.config.BusinessHours.Span;
import io.dakenh.contracts.config.BusinessHours.Weekly;
import io.dakenh.contracts.rows.Rows;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class BusinessHoursTest {
  private static final String VIETNAM = "Asia/Ho_Chi_Minh";

  /** 2027-02-01 is a Monday. */
  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(ZoneId.of(VIETNAM)).toInstant();
  }

  private static BusinessHours hours(List<Weekly> weekly, Dated... dated) {
    return new BusinessHours(VIETNAM, weekly, List.of(dated));
  }

  private static final BusinessHours OFFICE =
      hours(
          List.of(
              new Weekly("mon", "08:00", "11:30"),
              new Weekly("mon", "13:00", "17:30"),
              new Weekly("tue", "08:00", "11:30")));

  @Test
  @Rows(part = "DEP-10")
  void isClosedOverLunchAndOpenFromTheFirstToTheLastMinuteOfASpan() {
    assertThat(OFFICE.openAt(at("2027-02-01T07:59:59"))).isFalse();
    assertThat(OFFICE.openAt(at("2027-02-01T08:00:00"))).isTrue();
    assertThat(OFFICE.openAt(at("2027-02-01T11:29:59"))).isTrue();
    assertThat(OFFICE.openAt(at("2027-02-01T11:30:00"))).isFalse();
    assertThat(OFFICE.openAt(at("2027-02-01T13:00:00"))).isTrue();
    assertThat(OFFICE.openAt(at("2027-02-03T09:00:00"))).isFalse();
  }

  @Test
  @Rows(part = "DEP-10")
  void goesOnAfterMidnightWhenASpanEndsBeforeItBegins() {
    BusinessHours night = hours(List.of(new Weekly("sun", "22:00", "06:00")));

    assertThat(night.openAt(at("2027-01-31T23:00:00"))).isTrue();
    assertThat(night.openAt(at("2027-02-01T05:59:59"))).isTrue();
    assertThat(night.openAt(at("2027-02-01T06:00:00"))).isFalse();
    assertThat(night.openAt(at("2027-02-01T22:30:00"))).isFalse();
    assertThat(night.nextChange(at("2027-01-31T23:00:00"))).contains(at("2027-02-01T06:00:00"));
  }

  @Test
  @Rows(part = "DEP-10")
  void keepsADatedDayAsItSaysAndLetsTheNightBeforeRunToItsEnd() {
    BusinessHours withHoliday =
        hours(
            List.of(new Weekly("sun", "22:00", "06:00"), new Weekly("mon", "08:00", "17:00")),
            new Dated("2027-02-01", "Ngày nghỉ", List.of()),
            new Dated("2027-02-08", null, List.of(new Span("10:00", "12:00"))));

    assertThat(withHoliday.openAt(at("2027-02-01T05:00:00"))).isTrue();
    assertThat(withHoliday.openAt(at("2027-02-01T09:00:00"))).isFalse();
    assertThat(withHoliday.openAt(at("2027-02-08T09:00:00"))).isFalse();
    assertThat(withHoliday.openAt(at("2027-02-08T11:00:00"))).isTrue();
  }

  @Test
  @Rows(part = "DEP-10")
  void tellsWhenItOpensOrClosesNext() {
    assertThat(OFFICE.nextChange(at("2027-02-01T07:00:00"))).contains(at("2027-02-01T08:00:00"));
    assertThat(OFFICE.nextChange(at("2027-02-01T08:00:00"))).contains(at("2027-02-01T11:30:00"));
    assertThat(OFFICE.nextChange(at("2027-02-02T12:00:00"))).contains(at("2027-02-08T08:00:00"));
  }

  @Test
  void neverClosesWhereOneSpanFollowsTheOther() {
    BusinessHours always =
        hours(
            List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun").stream()
                .map(day -> new Weekly(day, "00:00", "24:00"))
                .toList());

    assertThat(always.openAt(at("2027-02-01T00:00:00"))).isTrue();
    assertThat(always.nextChange(at("2027-02-01T12:00:00"))).isEmpty();
  }

  @Test
  void readsTheClockOnTheWallWhereClocksAreChanged() {
    BusinessHours berlin =
        new BusinessHours("Europe/Berlin", List.of(new Weekly("sun", "00:00", "24:00")), List.of());

    // 2027-03-28 has 23 hours in Berlin.
    assertThat(berlin.nextChange(Instant.parse("2027-03-27T23:30:00Z")))
        .contains(Instant.parse("2027-03-28T22:00:00Z"));
  }

  @Test
  void knowsWhatATimeOfDayIs() {
    assertThat(BusinessHours.minutes("08:30")).isEqualTo(510);
    assertThat(BusinessHours.minutes("24:00")).isEqualTo(1440);
    assertThat(List.of("24:01", "12:60", "8:00", "", "ab:cd"))
        .allSatisfy(text -> assertThat(BusinessHours.minutes(text)).isEqualTo(-1));
  }
}
