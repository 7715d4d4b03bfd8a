package io.dakenh.channels.provider;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What became of a call that sends or does something. */
public sealed interface Outcome {
  /**
   * It is done.
   *
   * @param externalId the provider's id of the message; empty for actions
   * @param left of the quota, where the provider says
   * @param slowDown how long the account should pause, by the usage the provider reports
   */
  record Done(String externalId, @Nullable Integer left, Duration slowDown) implements Outcome {}

  /** The provider refused, and says why. */
  record Refused(Fault fault, Duration pause) implements Outcome {}

  /** It did not reach the provider. */
  record NotSent(String reason) implements Outcome {}

  /** It may have been done or not. */
  record Lost(String reason) implements Outcome {}
}
