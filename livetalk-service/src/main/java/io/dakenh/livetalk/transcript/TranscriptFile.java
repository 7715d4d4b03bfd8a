package io.dakenh.livetalk.transcript;

import io.dakenh.platform.problem.ProblemException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** A transcript as a download. */
final class TranscriptFile {
  private TranscriptFile() {}

  /** Refuses what is no format before anything is read. */
  static boolean page(String format) {
    return switch (format) {
      case "html" -> true;
      case "text" -> false;
      default -> throw ProblemException.invalid("/format", "unknown-value", "html or text.");
    };
  }

  static Response of(Transcript transcript, boolean page) {
    String name = "hoi-thoai-" + transcript.conversationId() + (page ? ".html" : ".txt");
    return Response.ok(
            page ? TranscriptWriter.html(transcript) : TranscriptWriter.text(transcript),
            (page ? "text/html" : "text/plain") + ";charset=UTF-8")
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox")
        .build();
  }
}
