package io.dakenh.livetalk.channel;

import io.dakenh.contracts.channel.ChannelContactErased;
import io.dakenh.livetalk.conversation.ThreadConversations;
import io.dakenh.livetalk.search.index.SearchIndex;
import io.dakenh.livetalk.store.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A customer asked the provider to have their data deleted: what was said in their thread is gone,
 * and who they were. The places of the messages stay, as with every deletion.
 */
@ApplicationScoped
class Erasure {
  private final Database database;
  private final SearchIndex index;
  private final Threads threads;
  private final ThreadConversations conversations;
  private final Clock clock;

  @Inject
  Erasure(
      Database database,
      SearchIndex index,
      Threads threads,
      ThreadConversations conversations,
      Clock clock) {
    this.database = database;
    this.index = index;
    this.threads = threads;
    this.conversations = conversations;
    this.clock = clock;
  }

  void erase(ChannelContactErased event) {
    UUID tenantId = event.tenantId();
    database.inTransaction(
        () -> {
          List<UUID> ids =
              database.list(
                  "select id from conversation where tenant_id = ? and thread_id = ? order by id for no key update",
                  row -> row.getObject(1, UUID.class),
                  tenantId,
                  event.threadId());
          ids.forEach(id -> conversation(tenantId, id));
          visitor(tenantId, event.contactId());
          return Boolean.TRUE;
        });
    conversations
        .newest(tenantId, event.threadId())
        .ifPresent(conversationId -> threads.show(tenantId, conversationId));
  }

  private void conversation(UUID tenantId, UUID conversationId) {
    Instant now = clock.instant();
    List<SearchIndex.Place> places =
        database.list(
            """
            update message set body = '', attachment_ids = null, reply_to = null, edited_at = null, deleted_at = coalesce(deleted_at, ?)
            where tenant_id = ? and conversation_id = ? returning sequence""",
            row -> new SearchIndex.Place(conversationId, row.getLong(1)),
            now,
            tenantId,
            conversationId);
    database.update(
        "update attachment set released_at = ? where tenant_id = ? and conversation_id = ? and released_at is null",
        now,
        tenantId,
        conversationId);
    database.update(
        "update channel_message set shape = jsonb_build_object('kind', shape -> 'kind') where tenant_id = ? and conversation_id = ? and shape is not null",
        tenantId,
        conversationId);
    database.update(
        "delete from channel_media where tenant_id = ? and conversation_id = ?",
        tenantId,
        conversationId);
    index.messages(places);
  }

  private void visitor(UUID tenantId, UUID visitorId) {
    database.update(
        """
        update visitor set name = 'Khách', profile_name = 'Khách', phone = null, email = null, picture_id = null, picture_media_id = null,
          version = version + 1
        where tenant_id = ? and id = ?""",
        tenantId,
        visitorId);
    index.visitor(tenantId, visitorId);
  }
}
