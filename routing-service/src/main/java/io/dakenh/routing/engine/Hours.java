package io.dakenh.routing.engine;

import java.time.Instant;

/** When a department answers. */
@FunctionalInterface
public interface Hours {
  /** At any time. */
  Hours ALWAYS = at -> true;

  /** Whether it answers at this moment. */
  boolean openAt(Instant at);
}
