package io.dakenh.channels.provider;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Links accounts of one platform. Calls block for a bounded time. */
public interface Linker {
  /** Which platform. */
  Kind kind();

  /** Where the browser goes. */
  String dialogUrl(String redirectUri, String state, String challenge);

  /**
   * What a code is good for.
   *
   * @param account what the callback named, if anything
   * @throws RefusedException when the platform refuses or does not answer
   */
  Grant exchange(String code, String redirectUri, String verifier, @Nullable String account);

  /**
   * Makes a linked account send us its events; false when the platform needs or has no such call.
   */
  boolean subscribe(String account, String token);

  /** Whether it sends us all events we want; empty when the platform does not say. */
  Optional<Boolean> subscribed(String account, String token);

  /**
   * Ends the subscription.
   *
   * @return false when it may work later; gone accounts and dead tokens count as ended
   */
  boolean unsubscribe(String account, String token);

  /**
   * What a login brought.
   *
   * @param userId the platform's id of the person, to match what it tells of them later
   * @param missing permissions the person did not give
   */
  record Grant(
      @Nullable String userId,
      @Nullable String userToken,
      @Nullable Instant userTokenExpiresAt,
      @Nullable Instant dataAccessExpiresAt,
      List<String> missing,
      List<Account> accounts) {
    /** Without the token. */
    @Override
    public String toString() {
      return "Grant[missing=%s, accounts=%d]".formatted(missing, accounts.size());
    }
  }

  /**
   * A Page or OA of the person.
   *
   * @param reason why it cannot be linked; null when it can
   */
  record Account(
      String externalId,
      String name,
      @Nullable String pictureUrl,
      @Nullable String token,
      @Nullable String refreshToken,
      @Nullable Instant expiresAt,
      @Nullable String reason) {
    /** Without the tokens. */
    @Override
    public String toString() {
      return "Account[externalId=%s, reason=%s]".formatted(externalId, reason);
    }
  }

  /** The platform said no. */
  class RefusedException extends RuntimeException {
    private final String code;

    /** With a stable code. */
    public RefusedException(String code) {
      super(code);
      this.code = code;
    }

    /** Stable, for the page that waits. */
    public String code() {
      return code;
    }
  }
}
