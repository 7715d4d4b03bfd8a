package io.dakenh.livetalk.attachment.intake;

import io.dakenh.platform.media.Inspected;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file that may be kept.
 *
 * @param kept its bytes where they were written anew, null where the upload is kept as it came
 * @param thumbnail a small copy of a picture
 */
record Judged(
    String mediaType, Path upload, @Nullable Inspected kept, @Nullable Inspected thumbnail) {

  boolean verified() {
    return kept != null;
  }

  InputStream open() throws IOException {
    return kept == null ? Files.newInputStream(upload) : new ByteArrayInputStream(kept.bytes());
  }

  long bytes() throws IOException {
    return kept == null ? Files.size(upload) : kept.bytes().length;
  }
}
