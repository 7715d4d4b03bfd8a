package io.dakenh.config.content;

import io.dakenh.config.content.InteractionButtons.Look;
import java.util.ArrayList;
import java.util.List;

/** What an owner should know about content that may be published nevertheless. */
final class Warnings {
  private Warnings() {}

  static List<Warning> of(Content content, ChatWindow window, InteractionButtons buttons) {
    List<Warning> warnings = new ArrayList<>();
    switch (content) {
      case ChatWindow own -> window(warnings, own, buttons);
      case InteractionButtons own -> buttons(warnings, own, window);
      default -> {}
    }
    return List.copyOf(warnings);
  }

  private static void window(
      List<Warning> warnings, ChatWindow window, InteractionButtons buttons) {
    contrast(warnings, "/textColor", window.textColor(), window.headerColor(), Contrast.TEXT);
    String text = window.signature().text();
    if (SignatureText.marked(text) && !SignatureText.balanced(text)) {
      warnings.add(
          new Warning(
              "/signature/text",
              "unbalanced-signature-marks",
              "The marks [[ and ]] do not pair up; the text is shown as it stands."));
    } else if (SignatureText.marked(text) && window.signature().link() == null) {
      warnings.add(
          new Warning(
              "/signature/link",
              "signature-without-link",
              "The marked text has no address to open; it is shown as plain text."));
    }
    String missing = missing(buttons.display(), window);
    if (!missing.isEmpty()) {
      warnings.add(off("/" + missing));
    }
  }

  private static void buttons(
      List<Warning> warnings, InteractionButtons buttons, ChatWindow window) {
    if (!missing(buttons.display(), window).isEmpty()) {
      warnings.add(off("/display"));
    }
    look(warnings, "/chat", buttons.chat());
    look(warnings, "/audio", buttons.audio());
    look(warnings, "/video", buttons.video());
  }

  private static void look(List<Warning> warnings, String pointer, Look look) {
    if (look.imageMediaId() != null) {
      return;
    }
    if (!look.label().isEmpty()) {
      contrast(
          warnings, pointer + "/labelColor", look.labelColor(), look.background(), Contrast.TEXT);
    }
    if (look.color() != null) {
      contrast(warnings, pointer + "/color", look.color(), look.background(), Contrast.GRAPHICS);
    }
  }

  private static void contrast(
      List<Warning> warnings, String pointer, String color, String background, double least) {
    if (Contrast.ratio(color, background) < least) {
      warnings.add(
          new Warning(
              pointer, "low-contrast", "Hard to read for many people: below WCAG level AA."));
    }
  }

  /** Which function a display option needs that is off; empty when it can be had. */
  static String missing(String display, ChatWindow window) {
    if (display.endsWith("-audio") && !window.audio()) {
      return "audio";
    }
    return display.endsWith("-video") && !window.video() ? "video" : "";
  }

  private static Warning off(String pointer) {
    return new Warning(
        pointer, "function-off", "The buttons need a function that is off; all are shown alike.");
  }
}
