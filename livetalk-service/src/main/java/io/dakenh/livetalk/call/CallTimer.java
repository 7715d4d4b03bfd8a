package io.dakenh.livetalk.call;

import io.dakenh.livetalk.LivetalkConfig;
import io.dakenh.livetalk.store.Database;
import io.dakenh.platform.relational.timer.DueTimer;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Does what is due of calls: ringing that is over, claims without media, people who vanished, signs
 * of life for billing, and the lines that tell a conversation what became of a call. Any replica
 * may do any of it.
 */
@ApplicationScoped
class CallTimer implements DueTimer.Work {
  private static final int BATCH = 64;

  private static final String UNTIL_NEXT =
      "select (extract(epoch from min(next_due) - clock_timestamp()) * 1000000)::bigint from call where next_due is not null"
          + " having min(next_due) is not null";

  private final CallStore store;
  private final CallLife life;
  private final CallCards cards;
  private final Database database;
  private final DueTimer timer;

  @Inject
  CallTimer(
      CallStore store,
      CallLife life,
      CallCards cards,
      CallAlarm alarm,
      Database database,
      LivetalkConfig config) {
    this.store = store;
    this.life = life;
    this.cards = cards;
    this.database = database;
    this.timer = new DueTimer("call-timer", alarm.bell(), config.calls().sweep(), this);
  }

  void begin(@Observes StartupEvent event) {
    timer.start();
  }

  void end(@Observes @Priority(1) ShutdownEvent event) throws InterruptedException {
    timer.stop();
  }

  @Override
  public Optional<Duration> untilNext() {
    return database.first(UNTIL_NEXT, row -> Duration.of(row.getLong(1), ChronoUnit.MICROS));
  }

  @Override
  public boolean doSome() {
    List<CallFacts> over = new ArrayList<>();
    int looked =
        database.inTransaction(
            () -> {
              over.clear();
              List<CallFacts> due = store.lockDue(BATCH);
              Instant now = store.now();
              due.forEach(each -> look(each, now, over));
              return due.size();
            });
    over.forEach(cards::show);
    return looked > 0;
  }

  private void look(CallFacts facts, Instant now, List<CallFacts> over) {
    if (facts.call().ended()) {
      over.add(facts);
      // Until it is written; another look finds out whether it was.
      store.nextDue(facts.call(), now.plus(CallCards.AGAIN));
      return;
    }
    CallFacts after = life.review(facts, now);
    if (after == facts) {
      life.lookAgain(facts);
    } else {
      life.settle(after);
    }
  }
}
