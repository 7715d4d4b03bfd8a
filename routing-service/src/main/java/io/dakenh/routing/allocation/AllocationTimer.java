package io.dakenh.routing.allocation;

import io.dakenh.platform.relational.timer.Alarm;
import io.dakenh.platform.relational.timer.DueTimer;
import io.dakenh.routing.RoutingConfig;
import io.dakenh.routing.allocation.AllocationDriver.Lookups;
import io.dakenh.routing.allocation.AllocationWriter.Decided;
import io.dakenh.routing.engine.AllocationState.Allocated;
import io.dakenh.routing.engine.Change;
import io.dakenh.routing.engine.OfferState;
import io.dakenh.routing.store.Database;
import io.dakenh.routing.store.StoreException;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Reviews allocations when they are due ({@code allocation.next_due}), opens and closes departments
 * by their hours, and runs errands.
 */
@ApplicationScoped
class AllocationTimer implements DueTimer.Work {
  private static final Logger LOG = Logger.getLogger(AllocationTimer.class);
  private static final int POSTPONE_SECONDS = 5;

  private static final String UNTIL_NEXT =
      """
      select (extract(epoch from due - clock_timestamp()) * 1000000)::bigint as microseconds
      from (select least((select min(next_due) from allocation where next_due is not null),
                         (select min(hours_due) from department where hours_due is not null),
                         (select created_at from errand order by id limit 1)) as due) as next
      where due is not null""";

  private final AllocationStore store;
  private final AllocationDriver driver;
  private final AllocationWriter writer;
  private final ErrandRunner errandRunner;
  private final HolderWatch holders;
  private final Database database;
  private final RoutingConfig config;
  private final MeterRegistry meters;
  private final DueTimer timer;

  @Inject
  AllocationTimer(
      AllocationStore store,
      AllocationDriver driver,
      AllocationWriter writer,
      ErrandRunner errandRunner,
      HolderWatch holders,
      Database database,
      Alarm alarm,
      RoutingConfig config,
      MeterRegistry meters) {
    this.store = store;
    this.driver = driver;
    this.writer = writer;
    this.errandRunner = errandRunner;
    this.holders = holders;
    this.database = database;
    this.config = config;
    this.meters = meters;
    this.timer = new DueTimer("allocation-timer", alarm, config.sweep(), this);
  }

  void begin(@Observes StartupEvent event) {
    start();
  }

  void end(@Observes @Priority(1) ShutdownEvent event) throws InterruptedException {
    stop();
  }

  void start() {
    timer.start();
  }

  void stop() throws InterruptedException {
    timer.stop();
  }

  @Override
  public boolean doSome() {
    return reviewSome() | errandRunner.runSome();
  }

  @Override
  public Optional<Duration> untilNext() {
    return database.first(
        UNTIL_NEXT, row -> Duration.of(row.number("microseconds"), ChronoUnit.MICROS));
  }

  private boolean reviewSome() {
    try {
      int claimed = reviewTogether(config.batchSize());
      meters.counter("dakenh.routing.reviews").increment(claimed);
      return claimed > 0;
    } catch (RuntimeException oneOfThem) {
      LOG.warnf(oneOfThem, "a batch of allocations failed; trying one by one");
      return reviewAlone();
    }
  }

  private int reviewTogether(int limit) {
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              List<StoredAllocation> due = store.claimDue(limit);
              Lookups lookups = new Lookups();
              List<Decided> decided =
                  due.stream()
                      .filter(each -> !withSomebody(each))
                      .map(each -> driver.review(each, lookups))
                      .toList();
              writer.write(decided);
              decided.forEach(this::recordLateness);
              return due.size();
            });
  }

  /** A conversation somebody has is due only because that person may be gone. */
  private boolean withSomebody(StoredAllocation allocation) {
    if (allocation.state() instanceof Allocated allocated) {
      holders.look(allocation, allocated);
      return true;
    }
    return false;
  }

  private void recordLateness(Decided decided) {
    for (Change change : decided.decision().changes()) {
      if (change instanceof Change.OfferEnded ended
          && ended.offer().state() instanceof OfferState.Expired) {
        meters
            .timer("dakenh.routing.timer.lateness")
            .record(Duration.between(ended.offer().expiresAt(), decided.before().now()));
      }
    }
  }

  /**
   * One allocation that cannot be handled must not stop the others: it is put aside and comes back
   * in a while.
   */
  private boolean reviewAlone() {
    AllocationStore.Key[] current = new AllocationStore.Key[1];
    try {
      return QuarkusTransaction.requiringNew()
          .call(
              () -> {
                Optional<AllocationStore.Key> next = store.claimNext();
                next.ifPresent(
                    key -> {
                      current[0] = key;
                      store
                          .lock(key.tenantId(), key.id())
                          .filter(each -> !withSomebody(each))
                          .ifPresent(each -> writer.write(driver.review(each, new Lookups())));
                    });
                return next.isPresent();
              });
    } catch (RuntimeException failed) {
      if (current[0] == null || StoreException.mayPass(failed)) {
        throw failed;
      }
      LOG.errorf(failed, "allocation %s failed, again in %d s", current[0], POSTPONE_SECONDS);
      meters.counter("dakenh.routing.reviews.failed").increment();
      QuarkusTransaction.requiringNew().run(() -> store.postpone(current[0], POSTPONE_SECONDS));
      return true;
    }
  }
}
