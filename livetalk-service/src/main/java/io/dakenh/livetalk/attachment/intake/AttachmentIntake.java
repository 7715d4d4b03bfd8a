package io.dakenh.livetalk.attachment.intake;

import io.dakenh.livetalk.LivetalkConfig;
import io.dakenh.livetalk.attachment.Attachment;
import io.dakenh.livetalk.attachment.Attachment.Part;
import io.dakenh.livetalk.attachment.AttachmentLinks;
import io.dakenh.livetalk.attachment.AttachmentStore;
import io.dakenh.livetalk.attachment.AttachmentView;
import io.dakenh.livetalk.party.Party;
import io.dakenh.livetalk.store.Database;
import io.dakenh.platform.media.FileTypes;
import io.dakenh.platform.media.Inspected;
import io.dakenh.platform.problem.ProblemException;
import io.dakenh.platform.problem.ProblemKind;
import io.dakenh.platform.time.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Takes files in: whoever takes part in an open conversation may upload to it. */
@ApplicationScoped
class AttachmentIntake {
  private static final long MEGABYTE = 1024 * 1024L;

  /** Files on their way in at once; more wait, and then are asked to come back. */
  private static final int AT_ONCE = 16;

  private static final long PATIENCE_SECONDS = 10;

  private final Database database;
  private final AttachmentRepository repository;
  private final AttachmentStore store;
  private final AttachmentJudge judge;
  private final AttachmentLinks links;
  private final LivetalkConfig.Attachments config;
  private final Clock clock;
  private final Semaphore slots = new Semaphore(AT_ONCE);

  @Inject
  AttachmentIntake(
      Database database,
      AttachmentRepository repository,
      AttachmentStore store,
      AttachmentJudge judge,
      AttachmentLinks links,
      LivetalkConfig config,
      Clock clock) {
    this.database = database;
    this.repository = repository;
    this.store = store;
    this.judge = judge;
    this.links = links;
    this.config = config.attachments();
    this.clock = clock;
  }

  /** Stores an upload; it belongs to this person and this conversation. */
  AttachmentView add(Party party, UUID conversationId, @Nullable String name, InputStream body)
      throws IOException, InterruptedException {
    admit(party, conversationId);
    if (!slots.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw ProblemException.rateLimited(Duration.ofSeconds(2));
    }
    try (SpooledUpload upload = SpooledUpload.read(body, config.mostBytes())) {
      String clean = FileName.clean(name);
      Judged judged = judge.judge(upload.file(), clean);
      return view(store(party, conversationId, clean, judged));
    } finally {
      slots.release();
    }
  }

  /** Stores a file that comes from a provider; the connector has admitted it. */
  UUID addCopy(Party party, UUID conversationId, String name, InputStream body)
      throws IOException, InterruptedException {
    if (!slots.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw ProblemException.rateLimited(Duration.ofSeconds(2));
    }
    try (SpooledUpload upload = SpooledUpload.read(body, config.mostBytes())) {
      String clean = FileName.clean(name);
      return store(party, conversationId, clean, judge.judge(upload.file(), clean)).id();
    } finally {
      slots.release();
    }
  }

  /** Before a byte is read. */
  private void admit(Party party, UUID conversationId) {
    AttachmentRepository.Standing standing =
        repository
            .standing(party, conversationId)
            .filter(found -> !party.visitor() || found.member())
            .orElseThrow(() -> ProblemException.notFound("conversation"));
    if (!standing.member()) {
      throw ProblemException.of(
          ProblemKind.FORBIDDEN, "not-a-participant", "You do not take part in this conversation.");
    }
    if (standing.blocked()) {
      throw ProblemException.of(
          ProblemKind.FORBIDDEN, "visitor-blocked", "You cannot write here at the moment.");
    }
    if (!standing.open()) {
      throw ProblemException.conflict("conversation-closed", "This conversation is closed.");
    }
    if (repository.unsent(party, conversationId) >= config.unsent()) {
      throw ProblemException.rule(
          "attachment-limit-reached", "Many files are uploaded and not sent; send them first.");
    }
    if (repository.used(party.tenantId()) >= most()) {
      throw noRoom();
    }
  }

  private Attachment store(Party party, UUID conversationId, String name, Judged judged)
      throws IOException {
    String hash = sha256(judged);
    Inspected kept = judged.kept();
    Inspected small = judged.thumbnail();
    Attachment attachment =
        new Attachment(
            Ids.next(),
            party.tenantId(),
            FileTypes.named(name, judged.mediaType()),
            judged.mediaType(),
            judged.verified(),
            judged.bytes(),
            hash,
            kept == null ? null : kept.widthPixels(),
            kept == null ? null : kept.heightPixels(),
            kept == null ? null : kept.durationMilliseconds(),
            small == null ? null : (long) small.bytes().length);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return database.inTransaction(
        () -> {
          put(attachment, judged);
          repository.insert(attachment, conversationId, party, now);
          // Last, so that the business's row is not held while bytes are written.
          if (!repository.take(party.tenantId(), size(attachment), most())) {
            throw noRoom();
          }
          return attachment;
        });
  }

  private void put(Attachment attachment, Judged judged) {
    Inspected small = judged.thumbnail();
    try (InputStream bytes = judged.open()) {
      store.put(attachment.tenantId(), attachment.id(), Part.FILE, bytes);
      if (small != null) {
        store.put(
            attachment.tenantId(),
            attachment.id(),
            Part.THUMBNAIL,
            new ByteArrayInputStream(small.bytes()));
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Of both parts. */
  static long size(Attachment attachment) {
    Long thumbnail = attachment.thumbnailBytes();
    return attachment.bytes() + (thumbnail == null ? 0 : thumbnail);
  }

  private AttachmentView view(Attachment attachment) {
    return new AttachmentView(
        attachment.id(),
        attachment.name(),
        attachment.mediaType(),
        attachment.bytes(),
        attachment.width(),
        attachment.height(),
        attachment.durationMilliseconds(),
        links.url(attachment.tenantId(), attachment.id(), Part.FILE),
        attachment.thumbnailBytes() == null
            ? null
            : links.url(attachment.tenantId(), attachment.id(), Part.THUMBNAIL));
  }

  private long most() {
    return config.tenantMegabytes() * MEGABYTE;
  }

  private static ProblemException noRoom() {
    return ProblemException.rule(
        "attachment-budget-reached", "This business has no room for more files.");
  }

  private static String sha256(Judged judged) throws IOException {
    try (DigestInputStream stream =
        new DigestInputStream(judged.open(), MessageDigest.getInstance("SHA-256"))) {
      stream.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(stream.getMessageDigest().digest());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
