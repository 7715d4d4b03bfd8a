package io.dakenh.referral.progress;

import io.agroal.api.AgroalDataSource;
import io.dakenh.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Finds out when a business handled its first conversation: an agent joined it, and it was closed.
 * Both are told on topics of their own and may come in either order, so what was heard is kept per
 * conversation until a business has handled one; after that nothing is kept.
 */
@ApplicationScoped
public class Progress {
  private static final String HEARD =
      """
      insert into conversation_progress (tenant_id, conversation_id, joined, closed_at)
      select ?, ?, ?, ?
      where not exists (select 1 from business_progress where tenant_id = ?)
      on conflict (tenant_id, conversation_id) do update
      set joined = conversation_progress.joined or excluded.joined,
        closed_at = coalesce(conversation_progress.closed_at, excluded.closed_at)
      returning joined, closed_at""";

  private static final String HANDLED =
      """
      insert into business_progress (tenant_id, handled_at) values (?, ?)
      on conflict (tenant_id) do nothing""";

  private static final String DONE = "delete from conversation_progress where tenant_id = ?";

  private static final String FORGET =
      "delete from conversation_progress where created_at < now() - interval '180 days'";

  private final AgroalDataSource database;

  @Inject
  Progress(AgroalDataSource database) {
    this.database = database;
  }

  /** An agent joined a conversation; true when the business has handled its first one by that. */
  @Transactional
  public boolean joined(UUID tenantId, UUID conversationId) {
    return heard(tenantId, conversationId, true, null);
  }

  /** A conversation was closed; true when the business has handled its first one by that. */
  @Transactional
  public boolean closed(UUID tenantId, UUID conversationId, Instant at) {
    return heard(tenantId, conversationId, false, at);
  }

  private boolean heard(
      UUID tenantId, UUID conversationId, boolean joined, @Nullable Instant closedAt) {
    try (Connection connection = database.getConnection()) {
      Optional<Instant> handled = note(connection, tenantId, conversationId, joined, closedAt);
      if (handled.isEmpty()) {
        return false;
      }
      try (PreparedStatement insert = connection.prepareStatement(HANDLED)) {
        insert.setObject(1, tenantId);
        insert.setObject(2, handled.get().atOffset(ZoneOffset.UTC));
        insert.executeUpdate();
      }
      try (PreparedStatement delete = connection.prepareStatement(DONE)) {
        delete.setObject(1, tenantId);
        delete.executeUpdate();
      }
      return true;
    } catch (SQLException failed) {
      throw new ProgressStoreException(failed);
    }
  }

  private static Optional<Instant> note(
      Connection connection,
      UUID tenantId,
      UUID conversationId,
      boolean joined,
      @Nullable Instant closedAt)
      throws SQLException {
    try (PreparedStatement upsert = connection.prepareStatement(HEARD)) {
      upsert.setObject(1, tenantId);
      upsert.setObject(2, conversationId);
      upsert.setBoolean(3, joined);
      upsert.setObject(4, closedAt == null ? null : closedAt.atOffset(ZoneOffset.UTC));
      upsert.setObject(5, tenantId);
      try (ResultSet row = upsert.executeQuery()) {
        if (!row.next() || !row.getBoolean(1)) {
          return Optional.empty();
        }
        OffsetDateTime closed = row.getObject(2, OffsetDateTime.class);
        return closed == null ? Optional.empty() : Optional.of(closed.toInstant());
      }
    }
  }

  /** Deletes conversations that nobody joined or closed for half a year. */
  @Transactional
  public void forget() {
    try (Connection connection = database.getConnection();
        PreparedStatement delete = connection.prepareStatement(FORGET)) {
      delete.executeUpdate();
    } catch (SQLException away) {
      throw ProblemException.unavailable("storage-unavailable", "Please try again.", away);
    }
  }

  /** Carries the database's reason to the inbox, which decides whether trying again may help. */
  private static final class ProgressStoreException extends RuntimeException {
    ProgressStoreException(SQLException cause) {
      super("cannot note the progress of a business", cause);
    }
  }
}
