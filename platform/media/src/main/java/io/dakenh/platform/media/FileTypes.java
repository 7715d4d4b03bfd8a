package io.dakenh.platform.media;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MimeType;
import org.apache.tika.mime.MimeTypeException;
import org.apache.tika.mime.MimeTypes;

/**
 * What a file is. Its content decides; its name is only asked where the content leaves a choice,
 * such as which program's document a ZIP container holds.
 */
public final class FileTypes {
  /** Endings people know, where the table of types begins with another one. */
  private static final Map<String, String> USUAL =
      Map.of("image/jpeg", ".jpg", "audio/mpeg", ".mp3", "text/plain", ".txt");

  private FileTypes() {}

  /** The type without parameters. */
  public static String of(Path file, String name) throws IOException {
    Metadata hints = new Metadata();
    hints.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
    try (InputStream content = new BufferedInputStream(Files.newInputStream(file))) {
      return Table.TYPES.detect(content, hints).getBaseType().toString();
    }
  }

  /** The type of bytes without a name. */
  static String of(InputStream content) throws IOException {
    return Table.TYPES.detect(content, new Metadata()).getBaseType().toString();
  }

  /** The name with an ending of its type: whoever opens the file gets what it is. */
  public static String named(String name, String type) {
    try {
      MimeType known = Table.TYPES.forName(type);
      List<String> endings = known.getExtensions();
      String lower = name.toLowerCase(Locale.ROOT);
      return endings.isEmpty() || endings.stream().anyMatch(lower::endsWith)
          ? name
          : name + USUAL.getOrDefault(type, known.getExtension());
    } catch (MimeTypeException unknown) {
      throw new IllegalArgumentException("no such type: " + type, unknown);
    }
  }

  /** The table is read when the first file comes, not at start-up. */
  private static final class Table {
    private static final MimeTypes TYPES = MimeTypes.getDefaultMimeTypes();
  }
}
