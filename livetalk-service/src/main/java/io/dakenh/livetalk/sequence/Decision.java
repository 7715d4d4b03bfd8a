package io.dakenh.livetalk.sequence;

import java.time.Instant;
import java.util.List;

/**
 * What a look led to.
 *
 * @param watch as it is until the sends are stored
 * @param sends due now, in order
 * @param over whether there is nothing left to watch
 */
record Decision(Watch watch, List<Change> changes, List<Send> sends, boolean over) {

  /** The watch once all sends are stored; the next ones come a gap after this moment. */
  Watch after(Instant stored) {
    Watch moved = watch;
    for (Send send : sends) {
      Run run = moved.run(send.kind());
      moved =
          moved.with(
              send.kind(),
              new Run(
                  run.streak(),
                  run.version(),
                  send.index() + 1,
                  send.last() ? null : stored.plus(send.gap())));
    }
    return moved;
  }
}
