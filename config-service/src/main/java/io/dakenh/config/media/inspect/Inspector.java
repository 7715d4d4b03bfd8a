package io.dakenh.config.media.inspect;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MimeTypes;

/** Tells what bytes are, and hands them to the one that knows the type. */
@ApplicationScoped
public class Inspector {
  /** Unpacked, one picture may take much memory; so one at a time is unpacked. */
  private final Object onePicture = new Object();

  /** A still or moving picture, ready to be shown to anybody. */
  public Inspected picture(byte[] bytes) {
    String type = typeOf(bytes);
    synchronized (onePicture) {
      return switch (type) {
        case "image/png" -> StillPicture.png(bytes);
        case "image/jpeg" -> StillPicture.jpeg(bytes);
        case "image/webp" -> StillPicture.webp(bytes);
        case "image/gif" -> GifPicture.of(bytes);
        default -> throw FileProblems.unsupported();
      };
    }
  }

  /** A sound of at most this duration. */
  public Inspected sound(byte[] bytes, Duration longest) {
    String type = typeOf(bytes);
    Inspected sound =
        switch (type) {
          case "audio/mpeg" -> Mp3Sound.of(bytes);
          case "audio/vnd.wave", "audio/x-wav", "audio/wav" -> WavSound.of(bytes);
          case "application/ogg", "audio/ogg", "audio/vorbis", "audio/opus" -> OggSound.of(bytes);
          default -> throw FileProblems.unsupported();
        };
    Long duration = sound.durationMilliseconds();
    if (duration == null || duration == 0) {
      throw FileProblems.damaged();
    }
    if (duration > longest.toMillis()) {
      throw FileProblems.tooLong(longest.toSeconds());
    }
    return sound;
  }

  private static String typeOf(byte[] bytes) {
    if (bytes.length == 0) {
      throw FileProblems.empty();
    }
    try (ByteArrayInputStream stream = new ByteArrayInputStream(bytes)) {
      MediaType type = Detector.TYPES.detect(stream, new Metadata());
      return type.getBaseType().toString();
    } catch (IOException impossible) {
      throw new IllegalStateException("cannot read from memory", impossible);
    }
  }

  /** The table of types is read when the first file comes, not at start-up. */
  private static final class Detector {
    private static final MimeTypes TYPES = MimeTypes.getDefaultMimeTypes();
  }
}
