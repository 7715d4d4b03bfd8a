package io.dakenh.livetalk.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dakenh.contracts.config.CannedMessageChanged;
import io.dakenh.contracts.config.SectionPublished;
import io.dakenh.contracts.event.EventCatalog;
import io.dakenh.livetalk.delivery.Fanout;
import io.dakenh.livetalk.delivery.Frames;
import io.dakenh.livetalk.sequence.note.SequenceNotes;
import io.dakenh.livetalk.store.Database;
import io.dakenh.platform.event.EventInbox;
import io.dakenh.platform.event.EventInboxes;
import io.dakenh.platform.event.ReceivedEvent;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Keeps the published sections and tells desks and consoles which changed: their sounds, and what
 * another owner just applied.
 */
@ApplicationScoped
class SettingsConsumer {
  private static final String SEQUENCES = "sequences";
  private static final String CANNED_MESSAGES = "canned-messages";
  private static final String WINDOW = "window";

  private final Database database;
  private final Fanout fanout;
  private final SequenceNotes notes;
  private final ObjectMapper json;
  private final EventInbox inbox;

  @Inject
  SettingsConsumer(
      Database database,
      Fanout fanout,
      SequenceNotes notes,
      ObjectMapper json,
      EventInboxes inboxes) {
    this.database = database;
    this.fanout = fanout;
    this.notes = notes;
    this.json = json;
    this.inbox =
        inboxes
            .forGroup("livetalk-service-settings")
            .on(EventCatalog.SECTION_PUBLISHED, this::section)
            .on(EventCatalog.CANNED_MESSAGE_CHANGED, this::cannedMessage);
  }

  @Incoming("settings")
  @Blocking
  void receive(ConsumerRecords<String, byte[]> batch) {
    inbox.receive(batch);
  }

  private void section(ReceivedEvent<SectionPublished> event) {
    SectionPublished published = event.payload();
    boolean window = published.section().equals(WINDOW);
    boolean represents = window && represents(published.content());
    boolean before = window && represented(event.tenantId());
    int changed =
        database.update(
            """
            insert into section_settings (tenant_id, section, version, content, represents) values (?, ?, ?, ?::jsonb, ?)
            on conflict (tenant_id, section) do update
            set version = excluded.version, content = excluded.content, represents = excluded.represents
            where section_settings.version < excluded.version""",
            event.tenantId(),
            published.section(),
            published.version(),
            published.content(),
            represents);
    if (changed == 0) {
      return;
    }
    if (published.section().equals(SEQUENCES)) {
      notes.settings(event.tenantId());
    }
    tellDesks(event.tenantId(), published.version(), published.section());
    if (before != represents) {
      // The document of the widget may be told before this was stored: that is no sign to look.
      UUID tenantId = event.tenantId();
      String frame = Frames.encode(new Frames.SettingsChanged(published.version(), WINDOW));
      database.afterCommit(() -> fanout.toVisitors(tenantId, frame));
    }
  }

  private boolean represents(String content) {
    try {
      return Representation.holds(json.readTree(content));
    } catch (JsonProcessingException malformed) {
      throw new IllegalArgumentException("the section is no JSON", malformed);
    }
  }

  private boolean represented(UUID tenantId) {
    return database
        .first(
            "select represents from section_settings where tenant_id = ? and section = 'window'",
            row -> row.getBoolean(1),
            tenantId)
        .orElse(Boolean.FALSE);
  }

  private void cannedMessage(ReceivedEvent<CannedMessageChanged> event) {
    tellDesks(event.tenantId(), event.payload().version(), CANNED_MESSAGES);
  }

  private void tellDesks(UUID tenantId, long version, String section) {
    String frame = Frames.encode(new Frames.SettingsChanged(version, section));
    database.afterCommit(() -> fanout.toAgents(tenantId, frame));
  }
}
