package io.dakenh.config.content;

import java.util.List;

/**
 * Automatic messages.
 *
 * @param start when a conversation was created
 * @param noReply when agents are online and none answered
 * @param offline when no agent is online
 * @param channels where else than on the own website they are sent
 */
public record Sequences(Sequence start, Sequence noReply, Sequence offline, Channels channels)
    implements Content {
  private static final int START_MOST = 86_400;
  private static final int ANSWER_LEAST = 60;
  private static final int GAP_MOST = 3_600;
  private static final int CONTENTS_MOST = 20;
  private static final int CONTENT_LENGTH = 1_000;
  private static final int DEFAULT_GAP = 3;

  /**
   * One sequence.
   *
   * @param startDelaySeconds before the first message
   * @param gapSeconds between messages
   * @param contents sent one by one
   */
  public record Sequence(
      boolean enabled, int startDelaySeconds, int gapSeconds, List<String> contents) {}

  /** Channels an owner allowed; the own website always is. */
  public record Channels(boolean facebook, boolean zalo) {}

  static Sequences read(Body body) {
    return new Sequences(
        body.object("start", sequence -> sequence(sequence, 0)),
        body.object("noReply", sequence -> sequence(sequence, ANSWER_LEAST)),
        body.object("offline", sequence -> sequence(sequence, ANSWER_LEAST)),
        body.object(
            "channels",
            channels -> new Channels(channels.flag("facebook"), channels.flag("zalo"))));
  }

  private static Sequence sequence(Body body, int leastDelay) {
    boolean enabled = body.flag("enabled");
    return new Sequence(
        enabled,
        body.number("startDelaySeconds", leastDelay, START_MOST),
        body.number("gapSeconds", 1, GAP_MOST),
        body.texts("contents", enabled ? 1 : 0, CONTENTS_MOST, CONTENT_LENGTH));
  }

  static Sequences defaults(String locale) {
    boolean english = locale.equals("en");
    return new Sequences(
        new Sequence(
            false,
            1,
            DEFAULT_GAP,
            List.of(
                english
                    ? "Hello! Thank you for writing to us."
                    : "Xin chào! Cảm ơn bạn đã nhắn tin cho chúng tôi.")),
        new Sequence(
            false,
            ANSWER_LEAST,
            DEFAULT_GAP,
            List.of(
                english
                    ? "Our colleagues are busy right now and will answer in a moment."
                    : "Nhân viên đang bận, chúng tôi sẽ trả lời bạn trong giây lát.")),
        new Sequence(
            false,
            ANSWER_LEAST,
            DEFAULT_GAP,
            List.of(
                english
                    ? "Nobody is online right now. Leave your phone number and we call you back."
                    : "Hiện không có nhân viên trực tuyến. Hãy để lại số điện thoại, chúng tôi sẽ"
                        + " liên hệ với bạn.")),
        new Channels(false, false));
  }
}
