package io.dakenh.devstack.simulator;

import io.dakenh.devstack.simulator.core.Reply;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The page where one plays a customer. */
final class PlayPage {
  private PlayPage() {}

  static Reply of() {
    try (InputStream page =
        Objects.requireNonNull(PlayPage.class.getResourceAsStream("/simulator/play.html"))) {
      return Reply.html(200, new String(page.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
