package io.dakenh.config.preset;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The presets as files of this service; the index beside them is written by their generator. */
@ApplicationScoped
class PresetFiles implements Presets {
  private static final String FOLDER = "sounds/";
  private static final String ADDRESS = "/api/config/v1/public/sounds/";
  private static final List<String> ICONS =
      List.of(
          "chat",
          "chat-dots",
          "headset",
          "phone",
          "phone-wave",
          "video",
          "camera",
          "smile",
          "help",
          "lotus");

  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final Map<String, byte[]> read = new ConcurrentHashMap<>();

  PresetFiles() {
    try (InputStream index = resource("presets.json")) {
      List<Entry> listed = new ObjectMapper().readValue(index, new TypeReference<>() {});
      listed.forEach(entry -> entries.put(entry.id(), entry));
    } catch (IOException broken) {
      throw new UncheckedIOException("the index of the presets cannot be read", broken);
    }
  }

  /** A line of the index. */
  record Entry(
      String id,
      String kind,
      String file,
      String contentType,
      long bytes,
      long durationMilliseconds,
      String sha256) {
    PresetSound sound() {
      return new PresetSound(id, kind, ADDRESS + id, durationMilliseconds);
    }
  }

  @Override
  public List<String> icons() {
    return ICONS;
  }

  @Override
  public List<PresetSound> sounds(String kind) {
    return entries.values().stream()
        .filter(entry -> entry.kind().equals(kind))
        .map(Entry::sound)
        .toList();
  }

  @Override
  public Optional<PresetSound> sound(String id) {
    return entry(id).map(Entry::sound);
  }

  Optional<Entry> entry(String id) {
    return Optional.ofNullable(entries.get(id));
  }

  /** The bytes from an offset; all presets together are small and stay in memory once read. */
  InputStream open(Entry entry, long offset) {
    byte[] bytes = read.computeIfAbsent(entry.file(), PresetFiles::load);
    return new ByteArrayInputStream(bytes, (int) offset, bytes.length - (int) offset);
  }

  private static byte[] load(String file) {
    try (InputStream stream = resource(file)) {
      return stream.readAllBytes();
    } catch (IOException broken) {
      throw new UncheckedIOException("a preset cannot be read", broken);
    }
  }

  private static InputStream resource(String name) throws IOException {
    InputStream stream = PresetFiles.class.getClassLoader().getResourceAsStream(FOLDER + name);
    if (stream == null) {
      throw new IOException("missing " + FOLDER + name);
    }
    return stream;
  }
}
