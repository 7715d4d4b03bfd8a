package io.dakenh.livetalk.call;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What became of a call, in one line both sides read. */
final class CardText {
  private static final long MINUTE = 60;
  private static final long HOUR = 3600;

  private CardText() {}

  /**
   * The line.
   *
   * @param names whether the visitor may read who talked to them
   */
  static String of(CallFacts facts, boolean names) {
    Call call = facts.call();
    Call.End end = Objects.requireNonNull(call.end());
    String kind = call.media() == Media.VIDEO ? "Cuộc gọi video" : "Cuộc gọi thoại";
    Instant joined = call.firstJoinedAt();
    if (joined != null) {
      String who =
          names
              ? facts.participants().stream()
                  .filter(each -> !each.visitor() && each.joinedAt() != null)
                  .map(Participant::name)
                  .distinct()
                  .collect(Collectors.joining(", "))
              : "";
      return line(
          kind,
          length(Duration.between(joined, end.at())),
          who,
          end.outcome().equals(Outcome.CUT.code()) ? "đã ngắt vì hết phút gọi" : "");
    }
    if (call.callBack()) {
      return line(kind + " từ nhân viên", "khách không nghe máy");
    }
    return switch (end.outcome()) {
      case "missed" -> line(kind + " nhỡ", why(end.reason()));
      case "cancelled" -> line(kind + " nhỡ", "khách đã gác máy");
      default -> line(kind + " không kết nối được", why(end.reason()));
    };
  }

  private static String why(@Nullable String reason) {
    return switch (reason == null ? "" : reason) {
      case "nobody-online" -> "không có nhân viên trực tuyến";
      case "everyone-busy" -> "tất cả nhân viên đang bận";
      case "outside-hours" -> "ngoài giờ làm việc";
      case Minutes.EXHAUSTED -> "đã hết phút gọi";
      default -> "";
    };
  }

  /** Whole seconds, as people say them. */
  static String length(Duration duration) {
    long seconds = Math.max(0, duration.toSeconds());
    long hours = seconds / HOUR;
    long minutes = seconds % HOUR / MINUTE;
    long rest = seconds % MINUTE;
    if (hours > 0) {
      return "%d giờ %02d phút".formatted(hours, minutes);
    }
    return minutes > 0 ? "%d phút %02d giây".formatted(minutes, rest) : rest + " giây";
  }

  private static String line(String... parts) {
    return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(" · "));
  }
}
