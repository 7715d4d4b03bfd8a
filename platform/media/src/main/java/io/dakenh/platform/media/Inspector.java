package io.dakenh.platform.media;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

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

  /** A small copy of a picture that came from {@link #picture}; none where it is small itself. */
  public Optional<Inspected> thumbnail(Inspected picture) {
    Integer width = picture.widthPixels();
    Integer height = picture.heightPixels();
    if (width == null || height == null || !Thumbnail.worthwhile(width, height)) {
      return Optional.empty();
    }
    synchronized (onePicture) {
      return Optional.of(Thumbnail.of(picture.contentType(), picture.bytes()));
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
      return FileTypes.of(stream);
    } catch (IOException impossible) {
      throw new IllegalStateException("cannot read from memory", impossible);
    }
  }
}
