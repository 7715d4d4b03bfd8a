package io.dakenh.channels.channel;

import io.dakenh.channels.provider.Kind;
import java.util.UUID;

/** Renews tokens of kinds that can be renewed, and tells the channel's health what comes of it. */
public interface TokenKeeper {
  /** Whether tokens of this kind can be renewed. */
  boolean renews(Kind kind);

  /**
   * Sees to it that a channel's token is a newer one than the given.
   *
   * @return whether it is
   */
  boolean renew(UUID channelId, long usedVersion) throws InterruptedException;
}
