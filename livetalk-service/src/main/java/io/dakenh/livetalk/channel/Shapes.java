package io.dakenh.livetalk.channel;

import io.dakenh.contracts.channel.ChannelMedia;
import io.dakenh.contracts.channel.ChannelMessageReceived;
import io.dakenh.livetalk.message.ChannelPart;
import io.dakenh.livetalk.message.ChannelPart.Comment;
import io.dakenh.livetalk.message.ChannelPart.Missing;
import io.dakenh.livetalk.message.ChannelPart.Place;
import io.dakenh.livetalk.message.ChannelPart.Source;
import io.dakenh.livetalk.message.MessageText;
import io.dakenh.platform.event.EventJson;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a message of a channel is besides its words. */
final class Shapes {
  private static final int LONGEST = 500;

  /** What reached us later than this shows when it was written. */
  private static final Duration LATE = Duration.ofMinutes(2);

  private Shapes() {}

  /** As it is stored beside the message. */
  static String of(ChannelMessageReceived message, List<Missing> missing) {
    boolean elsewhere = !message.direction().equals("in");
    return EventJson.write(
        ChannelPart.arrived(
            message.messageKind(),
            elsewhere
                ? line(message.externalAuthor() == null ? "" : message.externalAuthor())
                : null,
            late(message),
            line(message.payload()),
            place(message.place()),
            source(message.referral()),
            comment(message.comment()),
            missing.isEmpty() ? null : missing));
  }

  /**
   * The beginning of what was said; a picture stands for what is none of words, in any language.
   */
  static String preview(ChannelMessageReceived message) {
    String text = message.text() == null ? "" : MessageText.preview(message.text().strip());
    String sign =
        switch (message.messageKind()) {
          case "image" -> "\uD83D\uDCF7";
          case "video" -> "\uD83C\uDFAC";
          case "audio" -> "\uD83C\uDFA4";
          case "file" -> "\uD83D\uDCCE";
          case "sticker" -> "\uD83D\uDE42";
          case "location" -> "\uD83D\uDCCD";
          case "comment" -> "\uD83D\uDCAC";
          default -> "";
        };
    String name =
        text.isEmpty() && message.messageKind().equals("file")
            ? message.attachments().stream().findFirst().map(ChannelMedia::fileName).orElse("")
            : text;
    return MessageText.preview((sign + " " + name).strip());
  }

  private static @Nullable Instant late(ChannelMessageReceived message) {
    return message.sentAt().plus(LATE).isBefore(message.receivedAt()) ? message.sentAt() : null;
  }

  private static @Nullable Place place(ChannelMessageReceived.@Nullable Place place) {
    return place == null
        ? null
        : new Place(place.latitude(), place.longitude(), line(place.title()));
  }

  private static @Nullable Source source(ChannelMessageReceived.@Nullable Referral referral) {
    return referral == null
        ? null
        : new Source(referral.source(), line(referral.ref()), line(referral.adTitle()));
  }

  private static @Nullable Comment comment(ChannelMessageReceived.@Nullable Comment comment) {
    return comment == null
        ? null
        : new Comment(comment.commentId(), comment.postId(), comment.permalink(), false, false);
  }

  private static @Nullable String line(@Nullable String text) {
    return text == null ? null : MessageText.line(text, LONGEST);
  }
}
