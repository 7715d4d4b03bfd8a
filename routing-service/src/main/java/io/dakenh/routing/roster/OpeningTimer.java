package io.dakenh.routing.roster;

import io.dakenh.contracts.config.BusinessHours;
import io.dakenh.routing.errand.Errand;
import io.dakenh.routing.errand.Errand.Kind;
import io.dakenh.routing.errand.Errands;
import io.dakenh.routing.store.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Opens and closes departments by their hours. When each does so next stands in its row ({@code
 * department.hours_due}), so any replica may do it. Whether a department is open is decided anew at
 * every offer; this only sees to it that somebody looks at the right moment.
 */
@ApplicationScoped
public class OpeningTimer {
  private static final int BATCH = 100;

  private static final String DUE =
      """
      select tenant_id, id, hours, clock_timestamp() as now from department
      where hours_due <= (select clock_timestamp()) order by hours_due limit ? for update skip locked""";

  private static final String NEXT =
      """
      update department set hours_due = ?, is_open = ?, opened_at = case when ? then ? else opened_at end
      where tenant_id = ? and id = ?""";

  private final Database database;
  private final Errands errands;

  @Inject
  OpeningTimer(Database database, Errands errands) {
    this.database = database;
    this.errands = errands;
  }

  private record Due(UUID tenantId, UUID id, @Nullable String hours, Instant now) {}

  /** Opens or closes what is due, in the current transaction; tells how many. */
  public int turnSome() {
    List<Due> due =
        database.query(
            DUE,
            row ->
                new Due(
                    row.id("tenant_id"), row.id("id"), row.maybeText("hours"), row.instant("now")),
            BATCH);
    List<@Nullable Object[]> rows = new ArrayList<>();
    List<Errand> looks = new ArrayList<>();
    for (Due each : due) {
      BusinessHours hours = each.hours() == null ? null : OpeningTimes.read(each.hours());
      boolean open = hours == null || hours.openAt(each.now());
      rows.add(
          new @Nullable Object[] {
            hours == null ? null : hours.nextChange(each.now()).orElse(null),
            open,
            open && hours != null,
            each.now(),
            each.tenantId(),
            each.id()
          });
      looks.add(new Errand(each.tenantId(), Kind.DEPARTMENT, each.id()));
    }
    database.batch(NEXT, rows);
    errands.leave(looks);
    return due.size();
  }
}
