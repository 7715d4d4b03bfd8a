package io.dakenh.livetalk.sequence;

import io.dakenh.livetalk.sequence.Change.Cause;
import io.dakenh.livetalk.sequence.Plan.Sequence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongFunction;

/**
 * The rules. A look does whatever is to be done and nothing otherwise, so it may be repeated, and
 * notes, timers, restarts and changed settings all end in the same call.
 *
 * <p>{@code start} begins with the conversation; {@code noReply} (agents online) and {@code
 * offline} (none online) begin with each streak, and when presence turns; each speaks once per
 * streak. An answer and closing cancel all; presence cancels the one it contradicts. A sequence
 * that has begun follows its version of the plan to the end, unless the owner switched it off.
 */
final class SequenceEngine {
  private SequenceEngine() {}

  /**
   * Looks at a conversation.
   *
   * @param plans earlier versions of the plan, {@link Plan#NONE} for one that is gone
   */
  static Decision look(Watch watch, Facts facts, LongFunction<Plan> plans, Instant now) {
    return new Look(watch, facts, now).decide(plans);
  }

  private static final class Look {
    private final Facts facts;
    private final Instant now;
    private final List<Change> changes = new ArrayList<>();
    private Watch watch;

    Look(Watch watch, Facts facts, Instant now) {
      this.watch = watch;
      this.facts = facts;
      this.now = now;
    }

    Decision decide(LongFunction<Plan> plans) {
      if (!facts.open()) {
        return over(Cause.CLOSE);
      }
      if (facts.answered() > watch.streak()) {
        return over(Cause.AGENT_REPLY);
      }
      cancelOlderStreaks();
      if (!facts.maySpeak() || !facts.plan().concerns(facts.channelKind())) {
        return over(Cause.SWITCHED_OFF);
      }
      cancelSwitchedOff();
      followPresence();
      List<Send> sends = due(plans);
      return new Decision(watch, changes, sends, false);
    }

    private Decision over(Cause cause) {
      for (SequenceKind kind : SequenceKind.values()) {
        cancel(kind, cause);
      }
      return new Decision(watch, changes, List.of(), true);
    }

    private void cancelOlderStreaks() {
      for (SequenceKind kind : SequenceKind.values()) {
        if (watch.run(kind).streak() < watch.streak()) {
          cancel(kind, Cause.AGENT_REPLY);
        }
      }
    }

    private void cancelSwitchedOff() {
      for (SequenceKind kind : SequenceKind.values()) {
        if (!facts.plan().sequence(kind).runs()) {
          cancel(kind, Cause.SWITCHED_OFF);
        }
      }
    }

    private void followPresence() {
      Long seen = watch.seenStreak();
      boolean online = facts.online();
      if (seen == null || seen != watch.streak()) {
        if (watch.streak() == 0) {
          arm(SequenceKind.START, watch.since(), Change.CONVERSATION_CREATED);
        }
        arm(waitingKind(), watch.since(), Change.VISITOR_WAITS);
      } else if (online != watch.seenOnline()) {
        cancel(
            online ? SequenceKind.OFFLINE : SequenceKind.NO_REPLY,
            online ? Cause.AGENTS_ONLINE : Cause.AGENTS_OFFLINE);
        arm(waitingKind(), now, Change.VISITOR_WAITS);
      }
      watch = watch.seen(online);
    }

    private SequenceKind waitingKind() {
      return facts.online() ? SequenceKind.NO_REPLY : SequenceKind.OFFLINE;
    }

    private void arm(SequenceKind kind, Instant at, String reason) {
      Sequence sequence = facts.plan().sequence(kind);
      if (sequence.runs() && !watch.run(kind).spentIn(watch.streak())) {
        Instant due = at.plus(sequence.delay());
        watch = watch.with(kind, new Run(watch.streak(), facts.plan().version(), 0, due));
        changes.add(new Change.Armed(kind, at, reason));
      }
    }

    private void cancel(SequenceKind kind, Cause cause) {
      Run run = watch.run(kind);
      if (run.due() != null) {
        watch = watch.with(kind, run.stopped());
        changes.add(new Change.Cancelled(kind, cause));
      }
    }

    private List<Send> due(LongFunction<Plan> plans) {
      List<Send> sends = new ArrayList<>();
      for (SequenceKind kind : SequenceKind.values()) {
        Run run = watch.run(kind);
        Instant due = run.due();
        if (due == null || due.isAfter(now)) {
          continue;
        }
        Sequence sequence = followed(run, plans).sequence(kind);
        if (run.next() < sequence.contents().size()) {
          sends.add(
              new Send(
                  kind,
                  run.next(),
                  sequence.contents().get(run.next()),
                  due,
                  sequence.gap(),
                  run.next() + 1 == sequence.contents().size()));
        } else {
          cancel(kind, Cause.SWITCHED_OFF);
        }
      }
      sends.sort(Comparator.comparing(Send::due));
      return sends;
    }

    private Plan followed(Run run, LongFunction<Plan> plans) {
      return run.version() == facts.plan().version() ? facts.plan() : plans.apply(run.version());
    }
  }
}
