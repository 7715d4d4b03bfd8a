package io.dakenh.config.department;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import io.dakenh.config.support.Business;
import io.dakenh.contracts.config.BusinessHours;
import io.dakenh.contracts.config.DepartmentChanged;
import io.dakenh.contracts.event.EventCatalog;
import io.dakenh.contracts.rows.Rows;
import io.dakenh.devstack.test.EventProbe;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** When a department answers, and how much its agents take. */
@QuarkusTest
class DepartmentHoursTest {
  private static final String PATH = "/api/v1/departments/";

  private static Map<String, Object> with(Business business, String name, Object value) {
    Map<String, Object> body = new HashMap<>(Business.department("Bán hàng", business.ownerId()));
    body.put(name, value);
    return body;
  }

  private static Map<String, Object> weekly(String day, String from, String to) {
    return Map.of("day", day, "from", from, "to", to);
  }

  @Test
  @Rows(part = "DEP-10")
  void keepsSpansNightsAndHolidaysAndTellsThem() {
    Business business = Business.fresh();
    Map<String, Object> hours =
        Map.of(
            "weekly",
            List.of(
                weekly("mon", "08:00", "11:30"),
                weekly("mon", "13:00", "24:00"),
                weekly("tue", "22:00", "06:00")),
            "dated",
            List.of(
                Map.of("date", "2027-02-06", "name", "Tết Nguyên đán"),
                Map.of(
                    "date",
                    "2026-12-31",
                    "spans",
                    List.of(Map.of("from", "08:00", "to", "12:00")))));

    String id =
        business
            .asOwner()
            .body(with(business, "hours", hours))
            .post(PATH)
            .then()
            .statusCode(201)
            .body("hours.zone", equalTo("Asia/Ho_Chi_Minh"))
            .body("hours.weekly[2].to", equalTo("06:00"))
            .body("hours.dated.date", equalTo(List.of("2026-12-31", "2027-02-06")))
            .body("hours.dated[1].spans", equalTo(List.of()))
            .extract()
            .path("id");

    business.asOwner().get(PATH + id).then().body("hours.weekly[0].from", equalTo("08:00"));
    try (EventProbe events = EventProbe.connect()) {
      DepartmentChanged told =
          events.await(
              EventCatalog.DEPARTMENT_CHANGED,
              business.id(),
              event -> event.departmentId().equals(UUID.fromString(id)));
      assertThat(told.hours())
          .isEqualTo(
              new BusinessHours(
                  "Asia/Ho_Chi_Minh",
                  List.of(
                      new BusinessHours.Weekly("mon", "08:00", "11:30"),
                      new BusinessHours.Weekly("mon", "13:00", "24:00"),
                      new BusinessHours.Weekly("tue", "22:00", "06:00")),
                  List.of(
                      new BusinessHours.Dated(
                          "2026-12-31", null, List.of(new BusinessHours.Span("08:00", "12:00"))),
                      new BusinessHours.Dated("2027-02-06", "Tết Nguyên đán", List.of()))));
    }

    business
        .asOwner()
        .header("If-Match", "\"1\"")
        .body(Business.department("Bán hàng", business.ownerId()))
        .put(PATH + id)
        .then()
        .statusCode(200)
        .body("hours", nullValue());
  }

  @Test
  @Rows(part = "DEP-10")
  void namesEverythingThatIsWrongInTheHours() {
    Business business = Business.fresh();
    Map<String, Object> hours =
        Map.of(
            "zone",
            "Asia/Atlantis",
            "weekly",
            List.of(
                weekly("mon", "8:00", "11:30"),
                weekly("someday", "08:00", "08:00"),
                weekly("tue", "08:00", "12:00"),
                weekly("tue", "11:00", "13:00")),
            "dated",
            List.of(
                Map.of("date", "2027-02-30"),
                Map.of("date", "2027-02-06"),
                Map.of(
                    "date",
                    "2027-02-06",
                    "spans",
                    List.of(Map.of("from", "24:00", "to", "25:00")))));

    business
        .asOwner()
        .body(with(business, "hours", hours))
        .post(PATH)
        .then()
        .statusCode(400)
        .body("code", equalTo("validation-failed"))
        .body(
            "errors.collect { it.pointer + ' ' + it.code }",
            hasItems(
                "/hours/zone unknown-value",
                "/hours/weekly/0/from time",
                "/hours/weekly/1/day unknown-value",
                "/hours/weekly/1/to empty-span",
                "/hours/weekly/3/from overlap",
                "/hours/dated/0/date date",
                "/hours/dated/2/date duplicate",
                "/hours/dated/2/spans/0/from time",
                "/hours/dated/2/spans/0/to time"));
    business
        .asOwner()
        .body(with(business, "hours", Map.of("weekly", List.of())))
        .post(PATH)
        .then()
        .statusCode(400)
        .body("errors.pointer", equalTo(List.of("/hours/weekly")));
    business
        .asOwner()
        .body(with(business, "hours", "luôn mở"))
        .post(PATH)
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/hours"));
  }

  @Test
  @Rows(part = "DEP-10")
  void keepsHowMuchItsAgentsTakeAndWhoIsAskedFirst() {
    Business business = Business.fresh();
    Map<String, Object> body = with(business, "capacity", 4);
    body.put("preferPreviousAgent", true);

    String id =
        business
            .asOwner()
            .body(body)
            .post(PATH)
            .then()
            .statusCode(201)
            .body("capacity", equalTo(4))
            .body("preferPreviousAgent", equalTo(true))
            .extract()
            .path("id");
    try (EventProbe events = EventProbe.connect()) {
      DepartmentChanged told =
          events.await(
              EventCatalog.DEPARTMENT_CHANGED,
              business.id(),
              event -> event.departmentId().equals(UUID.fromString(id)));
      assertThat(told.capacity()).isEqualTo(4);
      assertThat(told.preferPreviousAgent()).isTrue();
    }

    for (int wrong : new int[] {0, 101}) {
      business
          .asOwner()
          .body(with(business, "capacity", wrong))
          .post(PATH)
          .then()
          .statusCode(400)
          .body("errors[0].pointer", equalTo("/capacity"))
          .body("errors[0].code", equalTo("out-of-range"));
    }
  }
}
