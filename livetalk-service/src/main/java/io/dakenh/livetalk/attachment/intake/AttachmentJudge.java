package io.dakenh.livetalk.attachment.intake;

import io.dakenh.livetalk.LivetalkConfig;
import io.dakenh.platform.media.FileProblems;
import io.dakenh.platform.media.FileTypes;
import io.dakenh.platform.media.Inspected;
import io.dakenh.platform.media.Inspector;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;

/**
 * Says what a file is and whether it is taken. Its content decides; pictures and sounds are
 * decoded, pictures written anew without what cameras note in them.
 */
@ApplicationScoped
class AttachmentJudge {
  private static final Set<String> PICTURES =
      Set.of("image/png", "image/jpeg", "image/webp", "image/gif");
  private static final Set<String> SOUNDS =
      Set.of(
          "audio/mpeg",
          "audio/vnd.wave",
          "audio/x-wav",
          "audio/wav",
          "application/ogg",
          "audio/ogg",
          "audio/vorbis",
          "audio/opus");
  private static final Duration LONGEST_SOUND = Duration.ofHours(3);

  private final Inspector inspector;
  private final Set<String> types;

  /** Whole files are in memory while they are decoded: one at a time. */
  private final Object oneInMemory = new Object();

  @Inject
  AttachmentJudge(Inspector inspector, LivetalkConfig config) {
    this.inspector = inspector;
    this.types = Set.copyOf(config.attachments().types());
  }

  Judged judge(Path upload, String name) throws IOException {
    String type = FileTypes.of(upload, name);
    if (PICTURES.contains(type)) {
      synchronized (oneInMemory) {
        Inspected picture = inspector.picture(Files.readAllBytes(upload));
        return taken(
            new Judged(
                picture.contentType(), upload, picture, inspector.thumbnail(picture).orElse(null)));
      }
    }
    if (SOUNDS.contains(type)) {
      synchronized (oneInMemory) {
        Inspected sound = inspector.sound(Files.readAllBytes(upload), LONGEST_SOUND);
        return taken(new Judged(sound.contentType(), upload, sound, null));
      }
    }
    return taken(new Judged(type, upload, null, null));
  }

  private Judged taken(Judged judged) {
    if (!types.contains(judged.mediaType())) {
      throw FileProblems.unsupported();
    }
    return judged;
  }
}
