package io.dakenh.livetalk.channel;

import io.dakenh.livetalk.store.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** Rows of {@code channel_message}: where a message stands, and how far one of ours came. */
@ApplicationScoped
class ChannelMessages {
  private final Database database;

  @Inject
  ChannelMessages(Database database) {
    this.database = database;
  }

  /** Where a message stands. */
  record Place(UUID conversationId, long sequence) {}

  Optional<Place> place(UUID tenantId, UUID messageId) {
    return database.first(
        "select conversation_id, sequence from channel_message where tenant_id = ? and id = ?",
        row -> new Place(row.getObject(1, UUID.class), row.getLong(2)),
        tenantId,
        messageId);
  }

  /** The provider has it; again, or later than its delivery, it changes nothing. */
  boolean sent(UUID tenantId, UUID messageId) {
    return database.update(
            """
            update channel_message set delivery = 'sent', failure_code = null, retryable = false
            where tenant_id = ? and id = ? and delivery in ('sending', 'failed')""",
            tenantId,
            messageId)
        > 0;
  }

  /** It reached the customer. */
  boolean delivered(UUID tenantId, UUID messageId) {
    return database.update(
            """
            update channel_message set delivery = 'delivered', failure_code = null, retryable = false
            where tenant_id = ? and id = ? and delivery in ('sending', 'sent', 'failed')""",
            tenantId,
            messageId)
        > 0;
  }

  /** It did not go out; of an attempt before the last one nobody wants to know. */
  boolean failed(UUID tenantId, UUID messageId, int attempt, String code, boolean retryable) {
    return database.update(
            """
            update channel_message set delivery = 'failed', failure_code = ?, retryable = ?
            where tenant_id = ? and id = ? and delivery = 'sending' and attempt <= ?""",
            code,
            retryable,
            tenantId,
            messageId,
            attempt)
        > 0;
  }

  /** What the business did to a comment, or that it did not work. */
  boolean comment(UUID tenantId, UUID messageId, String flag, boolean value) {
    return database.update(
            """
            update channel_message set failure_code = null, shape = jsonb_set(shape, array['comment', ?], to_jsonb(?::boolean))
            where tenant_id = ? and id = ? and shape -> 'comment' is not null""",
            flag,
            value,
            tenantId,
            messageId)
        > 0;
  }

  /** Only what kind of message it was is left. */
  void strip(UUID tenantId, UUID messageId) {
    database.update(
        "update channel_message set shape = shape - array['place', 'source', 'payload', 'missing'] where tenant_id = ? and id = ?",
        tenantId,
        messageId);
  }

  /** An action on what a customer wrote did not work. */
  boolean actionFailed(UUID tenantId, UUID messageId, String code) {
    return database.update(
            "update channel_message set failure_code = ? where tenant_id = ? and id = ? and delivery is null",
            code,
            tenantId,
            messageId)
        > 0;
  }
}
