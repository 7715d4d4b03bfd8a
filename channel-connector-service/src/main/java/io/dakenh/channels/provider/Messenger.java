package io.dakenh.channels.provider;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Talks to customers of one platform. Calls block for a bounded time and never throw for what a
 * platform does.
 */
public interface Messenger {
  /** Which platform. */
  Kind kind();

  /** Sends one part of a message. */
  Outcome send(Target target, Part part);

  /** Does something to a message, or tells that it was read. */
  Outcome act(Target target, String action, String externalId);

  /** Who a customer is; empty when the platform does not say. */
  Optional<Profile> profile(String account, String token, String customer);

  /** Longest text of one message, in characters. */
  int textLimit();

  /** Why a file cannot be sent at all, by our stable codes. */
  Optional<String> unsendable(String mediaType, long sizeBytes);

  /**
   * Where a part goes.
   *
   * @param comment comments: the one that is answered
   * @param conversation anonymous visitors of Zalo
   * @param permission under which rule
   * @param correlation comes back in the echo, where the platform can
   * @param replyTo the quoted message, where the platform can
   */
  record Target(
      String account,
      String token,
      String customer,
      @Nullable String comment,
      @Nullable String conversation,
      Mode mode,
      Permission permission,
      String correlation,
      @Nullable String replyTo) {
    /** Without the token and the person. */
    @Override
    public String toString() {
      return "Target[account=%s, mode=%s, permission=%s]".formatted(account, mode, permission);
    }
  }

  /** How. */
  enum Mode {
    CHAT,
    PUBLIC,
    PRIVATE
  }

  /** What lets us send. */
  enum Permission {
    FREE,
    HUMAN_AGENT,
    CHARGED
  }

  /** Words, or a file with the address a customer could fetch it at. */
  record Part(@Nullable String words, @Nullable File file) {}

  /** A file. */
  record File(String name, String mediaType, byte[] bytes, String link) {}

  /** A customer's profile. */
  record Profile(
      @Nullable String name,
      @Nullable String pictureUrl,
      @Nullable Boolean following,
      @Nullable String phone) {}
}
