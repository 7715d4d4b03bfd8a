package io.dakenh.devstack.launcher;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Tells the person at the keyboard what happens, one line at a time. */
final class Progress {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

  private final PrintStream out;

  Progress(PrintStream out) {
    this.out = new PrintStream(out, true, StandardCharsets.UTF_8);
  }

  void note(String text) {
    print("  · ", text);
  }

  void done(String text) {
    print("  ✓ ", text);
  }

  void warn(String text) {
    print("  ! ", text);
  }

  /** Without time or mark. */
  synchronized void plain(String text) {
    out.println(text);
  }

  private synchronized void print(String mark, String text) {
    String indented = text.replace("\n", "\n      ");
    out.println(LocalTime.now(ZoneId.systemDefault()).format(TIME) + mark + indented);
  }
}
