package io.dakenh.platform.time;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/**
 * Ids of everything the suite creates: UUID version 7, so that they sort by creation time and index
 * well.
 */
public final class Ids {
  private Ids() {}

  /** A new id, larger than any this process made before. */
  public static UUID next() {
    return UuidCreator.getTimeOrderedEpochPlus1();
  }
}
