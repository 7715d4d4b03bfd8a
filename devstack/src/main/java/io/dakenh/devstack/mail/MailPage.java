package io.dakenh.devstack.mail;

import java.util.List;

/** What was caught, as a page; mail cannot run anything in it. */
final class MailPage {
  private static final String HEAD =
      """
      <!doctype html>
      <html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Hộp thư thử nghiệm</title>
      <style>body{font:16px/1.5 system-ui,sans-serif;max-width:760px;margin:32px auto;padding:0 16px;color:#1f2329}
      details{border:1px solid #d9dce1;border-radius:8px;margin:0 0 10px;padding:10px 14px}summary{cursor:pointer}
      small{color:#5c6370}pre{white-space:pre-wrap;overflow-wrap:anywhere}</style></head>
      <body><h1>Hộp thư thử nghiệm</h1><p>Thư do bộ phần mềm này gửi dừng lại ở đây, không đến ai cả.</p>
      """;

  private MailPage() {}

  static String of(List<CaughtMail> caught) {
    StringBuilder list = new StringBuilder();
    for (CaughtMail mail : caught.reversed()) {
      list.append("<details><summary><b>").append(escape(mail.subject())).append("</b><br><small>");
      list.append(escape(mail.fromName())).append(" → ").append(escape(mail.to()));
      list.append("</small></summary><pre>").append(escape(mail.text())).append("</pre></details>");
    }
    return HEAD + (caught.isEmpty() ? "<p>Chưa có thư nào.</p>" : list) + "</body></html>\n";
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
