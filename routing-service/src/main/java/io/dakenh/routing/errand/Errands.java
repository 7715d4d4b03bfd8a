package io.dakenh.routing.errand;

import io.dakenh.platform.relational.timer.Alarm;
import io.dakenh.routing.errand.Errand.Kind;
import io.dakenh.routing.store.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Leaves and fetches errands. Rows are only ever inserted and deleted, so two writers never wait
 * for each other.
 */
@ApplicationScoped
public class Errands {
  private final Database database;
  private final Alarm alarm;

  @Inject
  Errands(Database database, Alarm alarm) {
    this.database = database;
    this.alarm = alarm;
  }

  /** Leaves an errand in the current transaction; it is run right after the commit. */
  public void leave(Errand errand) {
    leave(List.of(errand));
  }

  /** Leaves several. */
  public void leave(Collection<Errand> errands) {
    if (!errands.isEmpty()) {
      leaveQuietly(errands);
      alarm.ringAfterCommit();
    }
  }

  /**
   * Leaves errands for the timer's next look, without waking it: for what cannot be done at this
   * moment.
   */
  public void leaveQuietly(Collection<Errand> errands) {
    List<@Nullable Object[]> rows =
        new LinkedHashSet<>(errands)
            .stream()
                .map(e -> new @Nullable Object[] {e.tenantId(), e.kind().name(), e.subjectId()})
                .toList();
    database.batch("insert into errand (tenant_id, kind, subject_id) values (?, ?, ?)", rows);
  }

  /**
   * Takes the oldest errands nobody else is running; they are gone once the transaction commits.
   */
  public Collection<Errand> fetch(int limit) {
    return new LinkedHashSet<>(
        database.query(
            """
            delete from errand where id in (select id from errand order by id limit ? for update skip locked)
            returning tenant_id, kind, subject_id""",
            row ->
                new Errand(
                    row.id("tenant_id"), Kind.valueOf(row.text("kind")), row.id("subject_id")),
            limit));
  }
}
