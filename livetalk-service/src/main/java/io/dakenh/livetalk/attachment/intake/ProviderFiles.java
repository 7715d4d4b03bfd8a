package io.dakenh.livetalk.attachment.intake;

import io.dakenh.livetalk.party.Party;
import io.dakenh.livetalk.store.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Files that come from providers instead of browsers. They are judged as uploads are; whether
 * someone may upload is not asked.
 */
@ApplicationScoped
public class ProviderFiles {
  private static final long OF_THE_CONVERSATION = 0;

  private final AttachmentIntake intake;
  private final AttachmentRepository repository;
  private final Database database;
  private final Clock clock;

  @Inject
  ProviderFiles(
      AttachmentIntake intake, AttachmentRepository repository, Database database, Clock clock) {
    this.intake = intake;
    this.repository = repository;
    this.database = database;
    this.clock = clock;
  }

  /**
   * Keeps a copy that a message of this author is about to carry.
   *
   * @throws io.dakenh.platform.problem.ProblemException when it is none that is taken
   */
  public UUID keep(Party author, UUID conversationId, String name, InputStream body)
      throws IOException, InterruptedException {
    return intake.addCopy(author, conversationId, name, body);
  }

  /** The message at this place carries the file. Runs inside the caller's transaction. */
  public void carry(UUID tenantId, UUID id, long sequence) {
    repository.carry(tenantId, id, sequence);
  }

  /** The picture of a customer, which no message carries; the one before is given up. */
  public void picture(UUID tenantId, UUID visitorId, @Nullable UUID id, @Nullable UUID mediaId) {
    database.inTransaction(
        () -> {
          database
              .first(
                  "select picture_id from visitor where tenant_id = ? and id = ? and picture_id is not null for update",
                  row -> row.getObject(1, UUID.class),
                  tenantId,
                  visitorId)
              .ifPresent(before -> repository.release(tenantId, before, clock.instant()));
          if (id != null) {
            repository.carry(tenantId, id, OF_THE_CONVERSATION);
          }
          return database.update(
              "update visitor set picture_id = ?, picture_media_id = ? where tenant_id = ? and id = ?",
              id,
              mediaId,
              tenantId,
              visitorId);
        });
  }
}
