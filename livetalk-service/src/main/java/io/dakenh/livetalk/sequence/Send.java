package io.dakenh.livetalk.sequence;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * A content that is due.
 *
 * @param gap until the next content
 * @param last whether there is no next one
 */
record Send(SequenceKind kind, int index, String text, Instant due, Duration gap, boolean last) {

  /**
   * The same for the same content of the same streak, however often and by whomever it is sent: the
   * writer stores it once.
   */
  UUID clientMessageId(Watch watch) {
    String name =
        "sequence:"
            + watch.conversationId()
            + ":"
            + watch.streak()
            + ":"
            + kind.code()
            + ":"
            + index;
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }
}
