package io.dakenh.config.media;

import io.dakenh.config.http.UploadBody;
import io.dakenh.config.storage.Documents;
import io.dakenh.config.text.BodyCheck;
import io.dakenh.platform.media.Inspected;
import io.dakenh.platform.media.Inspector;
import io.dakenh.platform.problem.ProblemException;
import io.dakenh.platform.time.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Takes uploads in. First the document, marked as being stored, then the bytes, then the document
 * is ready: whatever dies in between leaves a marked document, and the collector removes both.
 */
@ApplicationScoped
class MediaService implements MediaLibrary {
  private static final int FILE_NAME_LENGTH = 200;

  /** Enough for years of trying out pictures; more is a mistake or a misuse. */
  private static final long MOST_PER_BUSINESS = 2_000;

  private final MediaRepository repository;
  private final MediaStore store;
  private final Inspector inspector;
  private final Documents documents;
  private final Clock clock;

  @Inject
  MediaService(
      MediaRepository repository,
      MediaStore store,
      Inspector inspector,
      Documents documents,
      Clock clock) {
    this.repository = repository;
    this.store = store;
    this.inspector = inspector;
    this.documents = documents;
    this.clock = clock;
  }

  MediaView add(
      UUID tenantId, UUID actorId, Purpose purpose, @Nullable String name, byte[] upload) {
    BodyCheck check = new BodyCheck();
    String fileName = check.optionalLine("/fileName", name, FILE_NAME_LENGTH);
    check.done();
    if (upload.length > purpose.mostBytes()) {
      throw UploadBody.tooLarge();
    }
    if (repository.count(tenantId) >= MOST_PER_BUSINESS) {
      throw ProblemException.rule(
          "media-limit-reached", "This business has very many files; unused ones go after a day.");
    }
    Inspected found =
        purpose == Purpose.IMAGE
            ? inspector.picture(upload)
            : inspector.sound(upload, purpose.longest());
    Media media = new Media();
    media.id = Ids.next();
    media.tenantId = tenantId;
    media.state = Media.STORING;
    media.purpose = purpose.token();
    media.kind = purpose == Purpose.IMAGE ? "image" : "audio";
    media.contentType = found.contentType();
    media.bytes = found.bytes().length;
    media.sha256 = sha256(found.bytes());
    media.widthPixels = found.widthPixels();
    media.heightPixels = found.heightPixels();
    media.durationMilliseconds = found.durationMilliseconds();
    media.fileName = fileName;
    media.lastUsedAt = Documents.now(clock);
    documents.insert(repository.mongoCollection(), media, entries -> {});
    store.put(media, found.bytes());
    return documents
        .change(
            repository.mongoCollection(),
            media,
            stored -> stored.state = Media.READY,
            edited -> edited.entries().audit("media.uploaded", actorId, media.id, Set.of()))
        .view();
  }

  MediaView get(UUID tenantId, UUID id) {
    return repository.require(tenantId, id).view();
  }

  @Override
  public Map<UUID, MediaView> claim(UUID tenantId, Collection<UUID> ids) {
    Instant now = Documents.now(clock);
    Set<UUID> claimed = new LinkedHashSet<>();
    for (UUID id : new LinkedHashSet<>(ids)) {
      if (repository.used(tenantId, id, now)) {
        claimed.add(id);
      }
    }
    return find(tenantId, claimed);
  }

  @Override
  public Map<UUID, MediaView> find(UUID tenantId, Collection<UUID> ids) {
    Map<UUID, MediaView> found = new LinkedHashMap<>();
    if (!ids.isEmpty()) {
      repository.find(tenantId, ids).forEach(media -> found.put(media.id, media.view()));
    }
    return found;
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
