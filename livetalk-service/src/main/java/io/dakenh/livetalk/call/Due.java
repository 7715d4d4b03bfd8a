package io.dakenh.livetalk.call;

import java.time.Instant;

/** Something the time has come for. */
sealed interface Due {
  /** No media flowed in time: it rings on. */
  record ClaimLapsed() implements Due {}

  /** Somebody did not come, or vanished; {@code at} is the last that is known of them. */
  record Gone(Participant participant, Instant at) implements Due {}

  /** To be told that it goes on. */
  record Beat() implements Due {}

  /** It is over. */
  record Over(Outcome outcome, String reason, Instant at) implements Due {}
}
