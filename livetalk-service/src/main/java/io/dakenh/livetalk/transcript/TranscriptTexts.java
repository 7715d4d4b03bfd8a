package io.dakenh.livetalk.transcript;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The words around a transcript, in the business's language. */
record TranscriptTexts(
    String title,
    String subject,
    String visitor,
    String opened,
    String closed,
    String cut,
    String deleted,
    String edited,
    String file,
    String why,
    DateTimeFormatter time) {
  private static final TranscriptTexts VI =
      new TranscriptTexts(
          "Nội dung trò chuyện với %s",
          "Nội dung cuộc trò chuyện của bạn với %s",
          "Khách hàng",
          "Bắt đầu",
          "Kết thúc",
          "Cuộc trò chuyện dài: chỉ có những tin nhắn mới nhất ở đây.",
          "(tin nhắn đã xóa)",
          "(đã sửa)",
          "Tệp",
          "Bạn nhận được thư này vì có người đã yêu cầu gửi nội dung cuộc trò chuyện đến địa chỉ này. Nếu không phải bạn, hãy bỏ qua thư này.",
          DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy", Locale.ROOT));
  private static final TranscriptTexts EN =
      new TranscriptTexts(
          "Conversation with %s",
          "Your conversation with %s",
          "Visitor",
          "Started",
          "Ended",
          "A long conversation: only its newest messages are here.",
          "(message deleted)",
          "(edited)",
          "File",
          "You get this mail because somebody asked to have the conversation sent to this address. If that was not you, just ignore it.",
          DateTimeFormatter.ofPattern("d MMM yyyy HH:mm", Locale.ENGLISH));

  static TranscriptTexts in(String locale) {
    return locale.equals("en") ? EN : VI;
  }

  String at(Instant instant, ZoneId zone) {
    return time.format(instant.atZone(zone));
  }
}
