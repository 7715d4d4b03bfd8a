package io.dakenh.devstack.infra;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/** A server somebody else runs: it is reached, never started or stopped. */
abstract class ExternalServer implements Backend {
  private final String place;

  ExternalServer(String place) {
    this.place = place;
  }

  @Override
  public final void start() {}

  @Override
  public final void awaitReady(Duration atMost) {
    Patience.awaitReady(this, place, atMost);
  }

  @Override
  public final void stop() {}

  @Override
  public final OptionalLong pid() {
    return OptionalLong.empty();
  }

  @Override
  public final Optional<Path> logFile() {
    return Optional.empty();
  }
}
