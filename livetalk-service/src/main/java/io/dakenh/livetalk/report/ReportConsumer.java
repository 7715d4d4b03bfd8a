package io.dakenh.livetalk.report;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.dakenh.contracts.event.EventCatalog;
import io.dakenh.contracts.event.Topic;
import io.dakenh.contracts.livetalk.ConversationClosed;
import io.dakenh.contracts.livetalk.ConversationOpened;
import io.dakenh.contracts.livetalk.ConversationRated;
import io.dakenh.contracts.livetalk.ConversationReopened;
import io.dakenh.contracts.livetalk.ConversationTransferred;
import io.dakenh.contracts.livetalk.MessageSent;
import io.dakenh.contracts.routing.ConversationAllocated;
import io.dakenh.livetalk.report.ReportRows.Answer;
import io.dakenh.platform.event.EventInbox;
import io.dakenh.platform.event.EventInboxes;
import io.dakenh.platform.event.ReceivedEvent;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Follows the life of conversations. Of messages only the first answer counts: those of
 * conversations whose answer is known are passed over unread, so that long conversations cost
 * nothing here.
 */
@ApplicationScoped
class ReportConsumer {
  private static final int ANSWERED = 100_000;

  private final ReportRows rows;
  private final EventInbox inbox;
  private final Cache<String, Boolean> answered =
      Caffeine.newBuilder().maximumSize(ANSWERED).build();

  @Inject
  ReportConsumer(ReportRows rows, EventInboxes inboxes) {
    this.rows = rows;
    this.inbox =
        inboxes
            .forGroup("livetalk-service-reports")
            .on(EventCatalog.CONVERSATION_OPENED, this::opened)
            .on(EventCatalog.CONVERSATION_ALLOCATED, this::allocated)
            .on(EventCatalog.CONVERSATION_TRANSFERRED, this::transferred)
            .on(EventCatalog.CONVERSATION_CLOSED, this::closed)
            .on(EventCatalog.CONVERSATION_REOPENED, this::reopened)
            .on(EventCatalog.CONVERSATION_RATED, this::rated)
            .onAll(EventCatalog.MESSAGE_SENT, this::messages);
  }

  @Incoming("reports")
  @Blocking
  void receive(ConsumerRecords<String, byte[]> batch) {
    inbox.receive(worthReading(batch));
  }

  private ConsumerRecords<String, byte[]> worthReading(ConsumerRecords<String, byte[]> batch) {
    String messages = Topic.LIVETALK_MESSAGE.topicName();
    Map<TopicPartition, List<ConsumerRecord<String, byte[]>>> kept = new HashMap<>();
    for (ConsumerRecord<String, byte[]> each : batch) {
      if (!each.topic().equals(messages) || answered.getIfPresent(each.key()) == null) {
        kept.computeIfAbsent(
                new TopicPartition(each.topic(), each.partition()), key -> new ArrayList<>())
            .add(each);
      }
    }
    return new ConsumerRecords<>(kept, batch.nextOffsets());
  }

  private void opened(ReceivedEvent<ConversationOpened> event) {
    ConversationOpened opened = event.payload();
    rows.opened(
        event.tenantId(),
        opened.conversationId(),
        opened.channelKind(),
        opened.departmentId(),
        opened.openedAt());
  }

  private void allocated(ReceivedEvent<ConversationAllocated> event) {
    ConversationAllocated allocated = event.payload();
    rows.joined(
        event.tenantId(),
        allocated.conversationId(),
        allocated.agentId(),
        allocated.departmentId(),
        allocated.allocatedAt());
  }

  private void transferred(ReceivedEvent<ConversationTransferred> event) {
    rows.transferred(
        event.tenantId(), event.payload().conversationId(), event.payload().departmentId());
  }

  private void closed(ReceivedEvent<ConversationClosed> event) {
    ConversationClosed closed = event.payload();
    rows.closed(event.tenantId(), closed.conversationId(), closed.closedBy(), closed.closedAt());
  }

  private void reopened(ReceivedEvent<ConversationReopened> event) {
    ConversationReopened reopened = event.payload();
    rows.reopened(
        event.tenantId(), reopened.conversationId(), reopened.agentId(), reopened.reopenedAt());
  }

  private void rated(ReceivedEvent<ConversationRated> event) {
    rows.rated(event.tenantId(), event.payload().conversationId(), event.payload().score());
  }

  private void messages(List<ReceivedEvent<MessageSent>> events) {
    Map<UUID, Answer> first = new HashMap<>();
    for (ReceivedEvent<MessageSent> event : events) {
      MessageSent sent = event.payload();
      if (sent.authorKind().equals("agent")) {
        first.merge(
            sent.conversationId(),
            new Answer(event.tenantId(), sent.conversationId(), sent.sentAt()),
            (one, other) -> one.at().isBefore(other.at()) ? one : other);
      }
    }
    if (!first.isEmpty()) {
      rows.answered(List.copyOf(first.values()));
      // What is forgotten here is only read again; what is remembered too early would be lost.
      first.keySet().forEach(id -> answered.put(id.toString(), Boolean.TRUE));
    }
  }
}
