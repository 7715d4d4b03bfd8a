package io.dakenh.channels.provider;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What became of a call that sends or does something. */
public sealed interface Outcome {
  /**
   * It is done.
   *
   * @param externalId the provider's id of the message; empty for actions
   * @param freeLeft free messages to this customer, where the provider counts them
   * @param chargedLeft of the paid quota, where the provider says
   * @param slowDown how long the account should pause, by the usage the provider reports
   */
  record Done(
      String externalId,
      @Nullable Integer freeLeft,
      @Nullable Integer chargedLeft,
      Duration slowDown)
      implements Outcome {}

  /** The provider refused, and says why. */
  record Refused(Fault fault, Duration pause) implements Outcome {}

  /** It did not reach the provider. */
  record NotSent(String reason) implements Outcome {}

  /** It may have been done or not. */
  record Lost(String reason) implements Outcome {}
}
