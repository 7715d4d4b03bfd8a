package io.dakenh.livetalk.transcript;

import io.dakenh.platform.mail.Letter;
import java.time.Instant;

/** Makes documents of transcripts; whatever people wrote stays text in each of them. */
final class TranscriptWriter {
  private static final String STYLE =
      """
      <style>body{font:16px/1.5 system-ui,sans-serif;max-width:720px;margin:32px auto;padding:0 16px;color:#1f2329}
      dt{color:#5c6370;font-size:14px;margin-top:14px}dd{margin:0;padding-left:10px;border-left:3px solid #d0d4da;white-space:pre-wrap;overflow-wrap:anywhere}
      .facts{color:#5c6370}@media(prefers-color-scheme:dark){body{background:#16181d;color:#e6e8eb}dt,.facts{color:#a5acb8}}</style></head>
      """;

  private TranscriptWriter() {}

  private static String title(Transcript transcript, TranscriptTexts texts) {
    return texts.title().formatted(transcript.voice().name());
  }

  private static String at(Transcript transcript, TranscriptTexts texts, Instant instant) {
    return texts.at(instant, transcript.voice().zone());
  }

  /** Words alone. */
  static String text(Transcript transcript) {
    TranscriptTexts texts = TranscriptTexts.in(transcript.voice().locale());
    StringBuilder text = new StringBuilder();
    text.append(title(transcript, texts)).append('\n');
    text.append(texts.visitor()).append(": ").append(transcript.visitorName()).append('\n');
    text.append(texts.opened()).append(": ");
    text.append(at(transcript, texts, transcript.openedAt())).append('\n');
    Instant closed = transcript.closedAt();
    if (closed != null) {
      text.append(texts.closed()).append(": ").append(at(transcript, texts, closed)).append('\n');
    }
    if (transcript.cut()) {
      text.append(texts.cut()).append('\n');
    }
    for (Transcript.Line line : transcript.lines()) {
      text.append("\n[").append(at(transcript, texts, line.at())).append("] ");
      text.append(line.author()).append(":\n").append(line.words()).append('\n');
    }
    return text.toString();
  }

  /** A page that needs nothing else. */
  static String html(Transcript transcript) {
    TranscriptTexts texts = TranscriptTexts.in(transcript.voice().locale());
    String title = Letter.escape(title(transcript, texts));
    StringBuilder facts = new StringBuilder();
    facts.append(Letter.escape(texts.visitor() + ": " + transcript.visitorName())).append("<br>");
    facts.append(texts.opened()).append(": ");
    facts.append(at(transcript, texts, transcript.openedAt()));
    Instant closed = transcript.closedAt();
    if (closed != null) {
      facts.append("<br>").append(texts.closed()).append(": ");
      facts.append(at(transcript, texts, closed));
    }
    if (transcript.cut()) {
      facts.append("<br>").append(texts.cut());
    }
    StringBuilder page = new StringBuilder("<!doctype html>\n<html lang=\"");
    page.append(Letter.escape(transcript.voice().locale()))
        .append("\"><head><meta charset=\"utf-8\">");
    page.append("<meta name=\"viewport\" content=\"width=device-width\"><title>").append(title);
    page.append("</title>\n").append(STYLE).append("<body><h1>").append(title);
    page.append("</h1><p class=\"facts\">").append(facts).append("</p>\n<dl>\n");
    for (Transcript.Line line : transcript.lines()) {
      page.append("<dt><b>").append(Letter.escape(line.author())).append("</b> · ");
      page.append(at(transcript, texts, line.at())).append("</dt><dd>");
      page.append(Letter.escape(line.words())).append("</dd>\n");
    }
    return page.append("</dl></body></html>\n").toString();
  }

  /** A letter to the visitor. */
  static Letter letter(Transcript transcript) {
    TranscriptTexts texts = TranscriptTexts.in(transcript.voice().locale());
    String business = transcript.voice().name();
    Letter letter =
        Letter.of(transcript.voice().locale(), business, texts.subject().formatted(business))
            .heading(title(transcript, texts))
            .fact(texts.opened(), at(transcript, texts, transcript.openedAt()));
    if (transcript.cut()) {
      letter.paragraph(texts.cut());
    }
    for (Transcript.Line line : transcript.lines()) {
      letter.said(line.author(), at(transcript, texts, line.at()), line.words());
    }
    return letter.footer(texts.why());
  }
}
