package io.dakenh.channels.outbound;

import io.dakenh.channels.db.Sql;
import io.dakenh.channels.thread.ChannelThread;
import io.dakenh.channels.thread.MessageIds;
import io.dakenh.channels.thread.Threads;
import io.dakenh.channels.work.Lane;
import io.dakenh.channels.work.WorkQueue;
import io.dakenh.contracts.livetalk.ChannelActionRequested;
import io.dakenh.contracts.livetalk.ChannelMessageRequested;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Takes what livetalk wants sent or done into the thread's queue. */
@ApplicationScoped
class Requests {
  private static final Logger LOG = Logger.getLogger(Requests.class);
  private static final Set<String> MODES = Set.of("chat", "public", "private");
  private static final Set<String> ACTIONS =
      Set.of("seen", "hide", "show", "like", "unlike", "delete");

  private final Sql sql;
  private final Threads threads;
  private final MessageIds ids;
  private final WorkQueue queue;
  private final Clock clock;

  @Inject
  Requests(Sql sql, Threads threads, MessageIds ids, WorkQueue queue, Clock clock) {
    this.sql = sql;
    this.threads = threads;
    this.ids = ids;
    this.queue = queue;
    this.clock = clock;
  }

  /** An attempt that is not newer than what is known changes nothing. */
  @Transactional
  void message(ChannelMessageRequested wanted) {
    Optional<ChannelThread> thread = threads.find(wanted.tenantId(), wanted.threadId());
    if (thread.isEmpty()) {
      LOG.warnf(
          "threadId=%s is not known; messageId=%s is dropped",
          wanted.threadId(), wanted.messageId());
      return;
    }
    String mode = MODES.contains(wanted.mode()) ? wanted.mode() : "chat";
    int taken =
        sql.update(
            """
            insert into outbound_message as m (message_id, tenant_id, channel_id, thread_id, attempt,
              author_kind, mode, charged_consent, reply_to, state, requested_at, changed_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'waiting', ?, ?)
            on conflict (message_id) do update set attempt = excluded.attempt, state = 'waiting',
              charged_consent = excluded.charged_consent, tries = 0, failure_code = null,
              requested_at = excluded.requested_at, changed_at = excluded.changed_at
            where m.attempt < excluded.attempt and m.state = 'failed'
              and m.tenant_id = excluded.tenant_id""",
            wanted.messageId(),
            wanted.tenantId(),
            thread.get().channelId(),
            wanted.threadId(),
            wanted.attempt(),
            wanted.authorKind(),
            mode,
            wanted.chargedConsent(),
            external(thread.get(), wanted.replyToMessageId()),
            wanted.requestedAt(),
            clock.instant());
    if (taken == 1) {
      parts(wanted);
      queue.add(wanted.threadId(), Lane.OUT);
    }
  }

  private void parts(ChannelMessageRequested wanted) {
    int number = 0;
    if (wanted.text() != null && !wanted.text().isBlank()) {
      part(wanted.messageId(), number++, wanted.text(), null, null);
    }
    for (ChannelMessageRequested.File file : wanted.attachments()) {
      part(wanted.messageId(), number++, null, file.path(), file.fileName());
    }
  }

  /** A part keeps its correlation over retries: a late echo of a former attempt is still ours. */
  private void part(
      UUID messageId,
      int number,
      @Nullable String words,
      @Nullable String path,
      @Nullable String fileName) {
    sql.update(
        """
        insert into outbound_part as p (message_id, number, correlation, words, source_path, file_name, state)
        values (?, ?, ?, ?, ?, ?, 'waiting')
        on conflict (message_id, number) do update set words = excluded.words, resends = 0,
          source_path = excluded.source_path, state = 'waiting' where p.state <> 'sent'""",
        messageId,
        number,
        UUID.randomUUID(),
        words,
        path,
        fileName);
  }

  /** Takes an action. */
  @Transactional
  void action(ChannelActionRequested wanted) {
    Optional<ChannelThread> thread = threads.find(wanted.tenantId(), wanted.threadId());
    if (thread.isEmpty() || !ACTIONS.contains(wanted.action())) {
      LOG.warnf("threadId=%s: action %s is dropped", wanted.threadId(), wanted.action());
      return;
    }
    sql.update(
        """
        insert into outbound_action (tenant_id, channel_id, thread_id, message_id, action, requested_at)
        values (?, ?, ?, ?, ?, ?)""",
        wanted.tenantId(),
        thread.get().channelId(),
        wanted.threadId(),
        wanted.messageId(),
        wanted.action(),
        wanted.requestedAt());
    queue.add(wanted.threadId(), Lane.OUT);
  }

  private @Nullable String external(ChannelThread thread, @Nullable UUID messageId) {
    return messageId == null
        ? null
        : ids.of(thread.channelId(), messageId).map(MessageIds.Known::externalId).orElse(null);
  }
}
