package io.dakenh.channels.work;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Does what is to be done in one lane of a thread. */
public interface ThreadWorker {
  /** Which lane. */
  Lane lane();

  /**
   * Does all there is, in order.
   *
   * @return when to go on with what has to wait; null when nothing is left
   */
  @Nullable Instant work(UUID threadId) throws InterruptedException;
}
