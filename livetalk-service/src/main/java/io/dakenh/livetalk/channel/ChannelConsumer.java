package io.dakenh.livetalk.channel;

import io.dakenh.contracts.channel.ChannelChanged;
import io.dakenh.contracts.event.EventCatalog;
import io.dakenh.livetalk.conversation.ConversationAnnouncer;
import io.dakenh.livetalk.store.Database;
import io.dakenh.platform.event.EventInbox;
import io.dakenh.platform.event.EventInboxes;
import io.dakenh.platform.event.ReceivedEvent;
import io.dakenh.platform.problem.ProblemException;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/** Hears the connector. */
@ApplicationScoped
class ChannelConsumer {
  private static final Logger LOG = Logger.getLogger(ChannelConsumer.class);
  private static final int MOST_SHOWN = 200;

  private final Database database;
  private final ConversationAnnouncer announcer;
  private final EventInbox inbox;

  @Inject
  ChannelConsumer(
      Arrivals arrivals,
      Marks marks,
      Threads threads,
      Erasure erasure,
      Database database,
      ConversationAnnouncer announcer,
      EventInboxes inboxes) {
    this.database = database;
    this.announcer = announcer;
    this.inbox =
        inboxes
            .forGroup("livetalk-service-channels")
            .on(EventCatalog.CHANNEL_CHANGED, this::channel)
            .on(EventCatalog.CHANNEL_MESSAGE_RECEIVED, event -> arrivals.received(event.payload()))
            .on(EventCatalog.CHANNEL_MESSAGE_CHANGED, event -> marks.changed(event.payload()))
            .on(EventCatalog.CHANNEL_THREAD_CHANGED, event -> threads.changed(event.payload()))
            .on(EventCatalog.CHANNEL_CONTACT_ERASED, event -> erasure.erase(event.payload()));
  }

  @Incoming("channels")
  @Blocking
  void receive(ConsumerRecords<String, byte[]> batch) {
    inbox.receive(batch);
  }

  private void channel(ReceivedEvent<ChannelChanged> event) {
    ChannelChanged channel = event.payload();
    UUID tenantId = event.tenantId();
    int changed =
        database.update(
            """
            insert into channel (tenant_id, id, version, kind, name, state) values (?, ?, ?, ?, ?, ?)
            on conflict (tenant_id, id) do update
            set version = excluded.version, name = excluded.name, state = excluded.state
            where channel.version < excluded.version""",
            tenantId,
            channel.channelId(),
            channel.version(),
            channel.kind(),
            channel.name(),
            channel.state());
    if (changed > 0) {
      database.afterCommit(
          () ->
              Thread.ofVirtual()
                  .name("show-channel")
                  .start(() -> show(tenantId, channel.channelId())));
    }
  }

  /** What may be answered may be other than before: the newest open conversations are shown. */
  private void show(UUID tenantId, UUID channelId) {
    try {
      touched(tenantId, channelId).forEach(id -> announcer.announceToAgents(tenantId, id));
    } catch (ProblemException away) {
      LOG.warnf("channelId=%s is shown with the next change: %s", channelId, away.code());
    }
  }

  private List<UUID> touched(UUID tenantId, UUID channelId) {
    return database.inTransaction(
        () ->
            database.list(
                """
                    update conversation set version = version + 1 where id in (
                      select c.id from conversation c
                      join channel_thread th on th.tenant_id = c.tenant_id and th.id = c.thread_id
                      where c.tenant_id = ? and th.channel_id = ? and c.state = 'open'
                      order by c.last_activity_at desc, c.id desc limit ?)
                    returning id""",
                row -> row.getObject(1, UUID.class),
                tenantId,
                channelId,
                MOST_SHOWN));
  }
}
