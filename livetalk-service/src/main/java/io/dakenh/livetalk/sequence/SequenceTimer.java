package io.dakenh.livetalk.sequence;

import io.dakenh.livetalk.LivetalkConfig;
import io.dakenh.platform.problem.ProblemException;
import io.dakenh.platform.relational.timer.Alarm;
import io.dakenh.platform.relational.timer.DueTimer;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Works notes off and looks at what is due; any replica may do any of it. */
@ApplicationScoped
class SequenceTimer implements DueTimer.Work {
  private static final Logger LOG = Logger.getLogger(SequenceTimer.class);
  private static final Duration ASIDE = Duration.ofSeconds(5);

  private final NoteRunner notes;
  private final Reviews reviews;
  private final WatchStore store;
  private final int batch;
  private final DueTimer timer;

  @Inject
  SequenceTimer(
      NoteRunner notes, Reviews reviews, WatchStore store, Alarm alarm, LivetalkConfig config) {
    this.notes = notes;
    this.reviews = reviews;
    this.store = store;
    this.batch = config.sequences().batch();
    this.timer = new DueTimer("sequence-timer", alarm, config.sequences().sweep(), this);
  }

  void begin(@Observes StartupEvent event) {
    start();
  }

  /** Before the message writer, which then has nothing of ours to wait for. */
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
    return notes.runSome() | reviewSome();
  }

  @Override
  public Optional<Duration> untilNext() {
    return store.untilNext();
  }

  private boolean reviewSome() {
    try {
      return reviews.review(batch) > 0;
    } catch (ProblemException away) {
      throw away;
    } catch (RuntimeException oneOfThem) {
      LOG.warnf(oneOfThem, "looking at due conversations failed; trying one by one");
      return reviewOne();
    }
  }

  /** A conversation that cannot be handled must not stop the others. */
  private boolean reviewOne() {
    try {
      return reviews.review(1) > 0;
    } catch (ProblemException away) {
      throw away;
    } catch (RuntimeException failed) {
      store
          .postponeFirst(ASIDE)
          .ifPresent(
              conversationId ->
                  LOG.errorf(
                      failed,
                      "looking failed, again in %d s: conversationId=%s",
                      ASIDE.toSeconds(),
                      conversationId));
      return true;
    }
  }
}
