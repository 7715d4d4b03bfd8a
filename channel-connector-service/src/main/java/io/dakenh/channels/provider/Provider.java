package io.dakenh.channels.provider;

/** One outside platform. Calls block for a bounded time; tokens are never kept or logged. */
public interface Provider {
  /** Which one. */
  Kind kind();

  /** Whether our app's id and secret are known, without which nothing can be linked. */
  boolean configured();

  /** Whether the platform answers at all. */
  boolean reachable();

  /** What the platform says of a channel's token. */
  TokenVerdict inspect(String externalId, String accessToken);
}
