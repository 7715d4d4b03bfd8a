package io.dakenh.livetalk.sequence;

import io.dakenh.livetalk.presence.DepartmentPresence;
import io.dakenh.livetalk.presence.DepartmentPresence.Department;
import io.dakenh.livetalk.sequence.SequenceSender.Outcome;
import io.dakenh.livetalk.sequence.WatchStore.Claimed;
import io.dakenh.livetalk.sequence.WatchStore.Moved;
import io.dakenh.livetalk.store.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Looks at what is due: rows are claimed, judged, what is due is stored by the writer, and only
 * then the rows move on and the claim ends. Whoever dies on the way leaves the rows as they were;
 * the next look sends the same messages under the same ids.
 */
@ApplicationScoped
class Reviews {
  private static final Duration SOON = Duration.ofMillis(250);
  private static final Duration LATER = Duration.ofSeconds(5);

  private final Database database;
  private final WatchStore store;
  private final SequencePlans plans;
  private final DepartmentPresence presence;
  private final SequenceSender sender;
  private final SequenceMeters meters;

  @Inject
  Reviews(
      Database database,
      WatchStore store,
      SequencePlans plans,
      DepartmentPresence presence,
      SequenceSender sender,
      SequenceMeters meters) {
    this.database = database;
    this.store = store;
    this.plans = plans;
    this.presence = presence;
    this.sender = sender;
    this.meters = meters;
  }

  /**
   * What a look at one conversation came to.
   *
   * @param now when it was looked at, by the database's clock
   * @param stored when its messages were stored, by the same clock
   */
  record Done(Decision decision, Outcome outcome, Instant now, Instant stored) {
    boolean moves() {
      return outcome == Outcome.STORED;
    }
  }

  /** Looks at up to so many conversations; tells how many were due. */
  int review(int limit) {
    List<Done> done = database.inTransaction(() -> look(limit));
    done.forEach(meters::record);
    return done.size();
  }

  private List<Done> look(int limit) {
    // Before the claim reads the database's clock: what is added to it may be more, never less.
    long started = System.nanoTime();
    List<Claimed> due = store.claimDue(limit);
    if (due.isEmpty()) {
      return List.of();
    }
    List<Decision> decisions = decide(due);
    List<Decision> speaking = decisions.stream().filter(each -> !each.sends().isEmpty()).toList();
    List<Outcome> outcomes = speaking.isEmpty() ? List.of() : sender.send(speaking);
    Duration took = Duration.ofNanos(System.nanoTime() - started);
    List<Done> done = new ArrayList<>();
    int spoken = 0;
    for (int i = 0; i < decisions.size(); i++) {
      Decision decision = decisions.get(i);
      Outcome outcome = decision.sends().isEmpty() ? Outcome.STORED : outcomes.get(spoken++);
      Instant now = due.get(i).now();
      done.add(new Done(decision, outcome, now, now.plus(took)));
    }
    write(due, done);
    return done;
  }

  private List<Decision> decide(List<Claimed> due) {
    Map<UUID, Plan> newest =
        plans.newest(due.stream().map(each -> each.watch().tenantId()).toList());
    Set<Department> staffed = presence.staffed(due.stream().map(Reviews::department).toList());
    return due.stream()
        .map(
            each -> {
              UUID tenantId = each.watch().tenantId();
              Facts facts =
                  new Facts(
                      each.open(),
                      each.answered(),
                      each.channelKind(),
                      staffed.contains(department(each)),
                      newest.getOrDefault(tenantId, Plan.NONE),
                      each.maySpeak());
              return SequenceEngine.look(
                  each.watch(), facts, version -> plans.version(tenantId, version), each.now());
            })
        .toList();
  }

  private static Department department(Claimed claimed) {
    return new Department(claimed.watch().tenantId(), claimed.departmentId());
  }

  private void write(List<Claimed> due, List<Done> done) {
    List<Moved> moved = new ArrayList<>();
    List<UUID> over = new ArrayList<>();
    for (int i = 0; i < done.size(); i++) {
      Done each = done.get(i);
      Watch before = due.get(i).watch();
      if (each.decision().over()) {
        over.add(before.conversationId());
        continue;
      }
      moved.add(
          switch (each.outcome()) {
            case STORED -> {
              Watch after = each.decision().after(each.stored());
              yield new Moved(after, after.nextDue());
            }
            case OVERTAKEN -> new Moved(before, each.now());
            case UNKNOWN -> new Moved(before, each.stored().plus(SOON));
            case REFUSED -> new Moved(before, each.stored().plus(LATER));
          });
    }
    store.move(moved);
    store.forget(over);
  }
}
