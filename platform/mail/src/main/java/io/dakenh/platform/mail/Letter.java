package io.dakenh.platform.mail;

import java.util.ArrayList;
import java.util.List;

/**
 * What a mail says, as words alone and as a page. Whatever comes in is text: markup in it is shown,
 * never run.
 */
public final class Letter {
  private static final String HEAD =
      "<meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>";
  private static final String BODY =
      """
      <body style="margin:0;padding:24px 12px;background:#f4f5f7;color:#1f2329;font:16px/1.5 -apple-system,'Segoe UI',Roboto,Arial,sans-serif">
      <div style="max-width:600px;margin:0 auto;background:#fff;border:1px solid #e3e5e8;border-radius:12px;padding:28px 24px">
      """;

  private final String locale;
  private final String senderName;
  private final String subject;
  private final StringBuilder text = new StringBuilder();
  private final List<String> blocks = new ArrayList<>();

  private Letter(String locale, String senderName, String subject) {
    this.locale = locale;
    this.senderName = senderName;
    this.subject = oneLine(subject);
  }

  /**
   * A letter that says nothing yet.
   *
   * @param senderName shown as who sent it: the business
   */
  public static Letter of(String locale, String senderName, String subject) {
    return new Letter(locale, oneLine(senderName), subject);
  }

  /** What it is about. */
  public Letter heading(String words) {
    text.append(words).append("\n\n");
    blocks.add(
        "<h1 style=\"font-size:20px;line-height:1.3;margin:0 0 16px\">" + escape(words) + "</h1>");
    return this;
  }

  /** A paragraph; its line breaks stay. */
  public Letter paragraph(String words) {
    text.append(words).append("\n\n");
    blocks.add("<p style=\"margin:0 0 16px\">" + lines(words) + "</p>");
    return this;
  }

  /** One thing that is known, under its name. */
  public Letter fact(String name, String value) {
    text.append(name).append(": ").append(value).append('\n');
    blocks.add(
        "<p style=\"margin:0 0 6px\"><span style=\"color:#5c6370\">"
            + escape(name)
            + ":</span> "
            + lines(value)
            + "</p>");
    return this;
  }

  /** What somebody said. */
  public Letter said(String author, String time, String words) {
    text.append('[').append(time).append("] ").append(author).append(":\n");
    text.append(words).append("\n\n");
    blocks.add(
        "<div style=\"margin:0 0 14px\"><div style=\"color:#5c6370;font-size:13px\"><b>"
            + escape(author)
            + "</b> · "
            + escape(time)
            + "</div><div style=\"border-left:3px solid #d0d4da;padding-left:10px\">"
            + lines(words)
            + "</div></div>");
    return this;
  }

  /** A way on. */
  public Letter link(String label, String url) {
    text.append(label).append(": ").append(url).append("\n\n");
    blocks.add(
        "<p style=\"margin:20px 0\"><a href=\""
            + escape(url)
            + "\" style=\"display:inline-block;background:#1668dc;color:#fff;text-decoration:none;"
            + "border-radius:8px;padding:10px 18px\">"
            + escape(label)
            + "</a></p>");
    return this;
  }

  /** Why this mail came. */
  public Letter footer(String words) {
    text.append("-- \n").append(words).append('\n');
    blocks.add(
        "<p style=\"margin:24px 0 0;padding-top:14px;border-top:1px solid #e3e5e8;color:#5c6370;font-size:13px\">"
            + lines(words)
            + "</p>");
    return this;
  }

  /** One line. */
  public String subject() {
    return subject;
  }

  /** Who seems to send it. */
  public String senderName() {
    return senderName;
  }

  /** Words alone. */
  public String text() {
    return text.toString();
  }

  /** The same as a page. */
  public String html() {
    return "<!doctype html>\n<html lang=\""
        + escape(locale)
        + "\"><head>"
        + HEAD
        + escape(subject)
        + "</title></head>\n"
        + BODY
        + String.join("\n", blocks)
        + "</div>\n</body></html>\n";
  }

  /** Text as it stands in a page or an attribute. */
  public static String escape(String words) {
    StringBuilder escaped = new StringBuilder(words.length() + 16);
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      switch (c) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '"' -> escaped.append("&quot;");
        case '\'' -> escaped.append("&#39;");
        default -> escaped.append(c);
      }
    }
    return escaped.toString();
  }

  private static String lines(String words) {
    return escape(words).replace("\n", "<br>");
  }

  /** No header may be smuggled in by a name. */
  private static String oneLine(String words) {
    return words.replaceAll("\\p{Cntrl}+", " ").strip();
  }
}
