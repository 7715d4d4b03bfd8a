package io.dakenh.benchmarks.survival;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What one client did and saw, in the order in which it happened to it. Thread-safe. */
final class Journal implements AutoCloseable {
  /** One line. */
  record Entry(long nanos, Event event, String room, long sequence, String key) {
    private static final int FIELDS = 5;

    private String line() {
      return nanos + "\t" + event + "\t" + room + "\t" + sequence + "\t" + key;
    }

    private static Entry parse(String line) {
      String[] fields = line.split("\t", FIELDS);
      return new Entry(
          Long.parseLong(fields[0]),
          Event.valueOf(fields[1]),
          fields[2],
          Long.parseLong(fields[3]),
          fields[4]);
    }
  }

  /** What may happen to a client. */
  enum Event {
    /** From here on the client shows this conversation. */
    JOINED,
    /** A message left for the first time. */
    SENT,
    /** It was confirmed as stored, at this place. */
    ACKNOWLEDGED,
    /** A message, one's own too, was put on the screen at this place. */
    SHOWN,
    /** The connection broke. */
    CUT,
    /** The server had the client start a conversation over. */
    RELOADED,
    /** The server refused for good; the key is its code. */
    REFUSED
  }

  private final Path file;
  private final BufferedWriter writer;

  Journal(Path file) {
    this.file = file;
    try {
      this.writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("no journal can be written", e);
    }
  }

  synchronized void write(Event event, String room, long sequence, String key) {
    try {
      writer.write(new Entry(System.nanoTime(), event, room, sequence, key).line());
      writer.newLine();
    } catch (IOException e) {
      throw new UncheckedIOException("the journal cannot be written", e);
    }
  }

  @Override
  public synchronized void close() {
    try {
      writer.close();
    } catch (IOException e) {
      throw new UncheckedIOException("the journal cannot be written", e);
    }
  }

  /** What stands in it; it must be closed. */
  List<Entry> entries() {
    try (var lines = Files.lines(file, StandardCharsets.UTF_8)) {
      return lines.map(Entry::parse).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("the journal cannot be read", e);
    }
  }
}
