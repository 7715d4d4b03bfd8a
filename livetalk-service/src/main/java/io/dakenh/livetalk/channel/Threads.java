package io.dakenh.livetalk.channel;

import io.dakenh.contracts.channel.ChannelContact;
import io.dakenh.contracts.channel.ChannelMessageReceived;
import io.dakenh.contracts.channel.ChannelThreadChanged;
import io.dakenh.contracts.channel.ChannelWindow;
import io.dakenh.livetalk.conversation.ConversationAnnouncer;
import io.dakenh.livetalk.conversation.ThreadConversations;
import io.dakenh.livetalk.message.MessageText;
import io.dakenh.livetalk.party.Party;
import io.dakenh.livetalk.party.PartyKind;
import io.dakenh.livetalk.search.index.SearchIndex;
import io.dakenh.livetalk.store.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Threads and their customers as the connector last told of them. The customer is a visitor under
 * the contact's id; what an agent corrected stays.
 */
@ApplicationScoped
class Threads {
  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_PHONE = 32;

  private final Database database;
  private final SearchIndex index;
  private final Pictures pictures;
  private final ThreadConversations conversations;
  private final ConversationAnnouncer announcer;
  private final Clock clock;

  @Inject
  Threads(
      Database database,
      SearchIndex index,
      Pictures pictures,
      ThreadConversations conversations,
      ConversationAnnouncer announcer,
      Clock clock) {
    this.database = database;
    this.index = index;
    this.pictures = pictures;
    this.conversations = conversations;
    this.announcer = announcer;
    this.clock = clock;
  }

  /** Facts of a thread, as both events tell them. */
  private record Facts(
      UUID tenantId,
      UUID channelId,
      String kind,
      UUID threadId,
      String surface,
      @Nullable Long version,
      ChannelContact contact,
      ChannelWindow window) {}

  /** The customer of a message, known from now on; committed when this returns. */
  Party customer(ChannelMessageReceived message) {
    Facts facts =
        new Facts(
            message.tenantId(),
            message.channelId(),
            message.kind(),
            message.threadId(),
            message.surface(),
            null,
            message.contact(),
            message.window());
    String name = database.inTransaction(() -> keep(facts).orElseThrow());
    return new Party(
        PartyKind.VISITOR, facts.tenantId(), facts.contact().contactId(), name, null, false);
  }

  /** Profile, follow state, quota or what may be sent are other than before. */
  void changed(ChannelThreadChanged changed) {
    Facts facts =
        new Facts(
            changed.tenantId(),
            changed.channelId(),
            changed.kind(),
            changed.threadId(),
            changed.surface(),
            changed.version(),
            changed.contact(),
            changed.window());
    if (database.inTransaction(() -> keep(facts)).isEmpty()) {
      return;
    }
    conversations
        .newest(changed.tenantId(), changed.threadId())
        .ifPresent(
            id -> {
              pictures.refresh(changed.tenantId(), id, changed.contact());
              show(changed.tenantId(), id);
            });
  }

  /** The desks show it as it is now. */
  void show(UUID tenantId, UUID conversationId) {
    database.inTransaction(
        () ->
            database.update(
                "update conversation set version = version + 1 where tenant_id = ? and id = ?",
                tenantId,
                conversationId));
    announcer.announceToAgents(tenantId, conversationId);
  }

  /** The customer's name; empty when something newer is known. */
  private Optional<String> keep(Facts facts) {
    if (!keepThread(facts) && facts.version() != null) {
      return Optional.empty();
    }
    ChannelContact contact = facts.contact();
    String profile = MessageText.line(contact.name(), LONGEST_NAME);
    record Kept(String name, boolean other) {}
    Kept kept =
        database
            .first(
                """
                insert into visitor (tenant_id, id, name, phone, created_at, profile_name) values (?, ?, ?, ?, ?, ?)
                on conflict (tenant_id, id) do update
                set name = case when visitor.name = visitor.profile_name then excluded.name else visitor.name end,
                    phone = coalesce(visitor.phone, excluded.phone), profile_name = excluded.profile_name
                returning name, name is distinct from ?""",
                row -> new Kept(row.getString(1), row.getBoolean(2)),
                facts.tenantId(),
                contact.contactId(),
                profile,
                contact.phone() == null ? null : MessageText.line(contact.phone(), LONGEST_PHONE),
                clock.instant(),
                profile,
                profile)
            .orElseThrow();
    if (!kept.other()) {
      index.visitor(facts.tenantId(), contact.contactId());
    }
    return Optional.of(kept.name());
  }

  /** A message is newer than all that came before it; of changes the higher version wins. */
  private boolean keepThread(Facts facts) {
    ChannelWindow window = facts.window();
    Long version = facts.version();
    return database.update(
            """
            insert into channel_thread as th (tenant_id, id, channel_id, kind, surface, visitor_id, following, version, window_as_of,
              free_until, limited_until, limited_to, free_replies_left, charged_replies_left, blocked_reason, private_reply_until, text_limit)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (tenant_id, id) do update
            set following = coalesce(excluded.following, th.following), version = greatest(th.version, excluded.version),
                window_as_of = excluded.window_as_of, free_until = excluded.free_until, limited_until = excluded.limited_until,
                limited_to = excluded.limited_to, free_replies_left = excluded.free_replies_left,
                charged_replies_left = excluded.charged_replies_left, blocked_reason = excluded.blocked_reason,
                private_reply_until = excluded.private_reply_until, text_limit = excluded.text_limit
            where case when ? then th.window_as_of <= excluded.window_as_of else th.version < excluded.version end""",
            facts.tenantId(),
            facts.threadId(),
            facts.channelId(),
            facts.kind(),
            facts.surface(),
            facts.contact().contactId(),
            facts.contact().following(),
            version == null ? Long.valueOf(0) : version,
            window.asOf(),
            window.freeUntil(),
            window.limitedUntil(),
            window.limitedTo(),
            window.freeRepliesLeft(),
            window.chargedRepliesLeft(),
            window.blockedReason(),
            window.privateReplyUntil(),
            window.textLimit(),
            version == null)
        > 0;
  }
}
