package io.dakenh.channels.media;

import io.dakenh.channels.media.MediaFetcher.FailedException;
import io.dakenh.channels.media.MediaStore.Stored;
import io.dakenh.contracts.channel.ChannelMedia;
import io.dakenh.platform.media.FileTypes;
import io.dakenh.platform.time.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Copies providers' files into our store while their addresses are good. */
@ApplicationScoped
public class MediaCopier {
  private static final Logger LOG = Logger.getLogger(MediaCopier.class);
  private static final int LONGEST_NAME = 120;

  private final MediaFetcher fetcher;
  private final MediaStore store;
  private final MediaLinks links;

  @Inject
  MediaCopier(MediaFetcher fetcher, MediaStore store, MediaLinks links) {
    this.fetcher = fetcher;
    this.store = store;
    this.links = links;
  }

  /** A copy as the suite is told of it; one that failed says why. */
  public ChannelMedia copy(
      UUID tenantId, @Nullable UUID contactId, String kind, String url, @Nullable String name)
      throws InterruptedException {
    String fileName = fileName(url, name, kind);
    try {
      return told(kept(tenantId, contactId, kind, fileName, fetcher.fetch(url)));
    } catch (FailedException failed) {
      LOG.infof("tenantId=%s: a %s was not copied: %s", tenantId, kind, failed.getMessage());
      return new ChannelMedia(Ids.next(), kind, fileName, "", 0, null, failed.code());
    }
  }

  /** A picture, or nothing. */
  public Optional<Stored> picture(UUID tenantId, @Nullable UUID contactId, String url)
      throws InterruptedException {
    try {
      Stored stored = kept(tenantId, contactId, "image", "picture", fetcher.fetch(url));
      return stored.mediaType().startsWith("image/") ? Optional.of(stored) : Optional.empty();
    } catch (FailedException failed) {
      LOG.infof("tenantId=%s: a picture was not copied: %s", tenantId, failed.getMessage());
      return Optional.empty();
    }
  }

  /** How the suite is told of a stored file. */
  public ChannelMedia told(Stored stored) {
    return new ChannelMedia(
        stored.id(),
        stored.kind(),
        stored.fileName(),
        stored.mediaType(),
        stored.sizeBytes(),
        links.inside(stored),
        null);
  }

  private Stored kept(
      UUID tenantId, @Nullable UUID contactId, String kind, String fileName, byte[] bytes) {
    String type = type(bytes, fileName);
    return store.put(tenantId, contactId, kind, FileTypes.named(fileName, type), type, bytes);
  }

  /** By content; the detector reads files. */
  public static String type(byte[] bytes, String name) {
    try {
      Path spooled = Files.createTempFile("dakenh-media", null);
      try {
        Files.write(spooled, bytes);
        return FileTypes.of(spooled, name);
      } finally {
        Files.delete(spooled);
      }
    } catch (IOException noRoom) {
      throw new UncheckedIOException("cannot spool a file", noRoom);
    }
  }

  private static String fileName(String url, @Nullable String name, String kind) {
    String chosen = name == null ? lastSegment(url) : name;
    String clean =
        chosen.replaceAll("[\\p{Cntrl}/\\\\:*?\"<>|\\u202A-\\u202E\\u2066-\\u2069]", "_");
    if (clean.isBlank() || clean.startsWith(".")) {
      return kind;
    }
    return clean.length() > LONGEST_NAME ? clean.substring(clean.length() - LONGEST_NAME) : clean;
  }

  private static String lastSegment(String url) {
    try {
      String path = URI.create(url).getPath();
      return path == null ? "" : path.substring(path.lastIndexOf('/') + 1);
    } catch (IllegalArgumentException broken) {
      return "";
    }
  }
}
