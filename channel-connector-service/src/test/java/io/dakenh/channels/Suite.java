package io.dakenh.channels;

import io.dakenh.contracts.channel.ChannelMessageChanged;
import io.dakenh.contracts.channel.ChannelMessageReceived;
import io.dakenh.contracts.event.EventCatalog;
import io.dakenh.contracts.livetalk.ChannelActionRequested;
import io.dakenh.contracts.livetalk.ChannelMessageRequested;
import io.dakenh.devstack.test.EventProbe;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rest of the suite, as this service meets it: livetalk on the broker. */
public final class Suite implements AutoCloseable {
  private final EventProbe probe = EventProbe.connect();
  private final UUID tenantId;

  public Suite(UUID tenantId) {
    this.tenantId = tenantId;
  }

  /** The first message with these words. */
  public ChannelMessageReceived received(String text) {
    return probe.await(
        EventCatalog.CHANNEL_MESSAGE_RECEIVED, tenantId, event -> text.equals(event.text()));
  }

  /** The first message of a kind. */
  public ChannelMessageReceived receivedKind(String kind) {
    return probe.await(
        EventCatalog.CHANNEL_MESSAGE_RECEIVED, tenantId, event -> kind.equals(event.messageKind()));
  }

  /** All messages up to now. */
  public List<ChannelMessageReceived> allReceived() {
    return probe.present(EventCatalog.CHANNEL_MESSAGE_RECEIVED, tenantId);
  }

  /** All changes up to now. */
  public List<ChannelMessageChanged> allChanged() {
    return probe.present(EventCatalog.CHANNEL_MESSAGE_CHANGED, tenantId);
  }

  /** The first change of a message to something. */
  public ChannelMessageChanged changed(UUID messageId, String change) {
    return probe.await(
        EventCatalog.CHANNEL_MESSAGE_CHANGED,
        tenantId,
        event -> event.messageId().equals(messageId) && event.change().equals(change));
  }

  /** What became of an attempt: sent or failed. */
  public ChannelMessageChanged outcome(UUID messageId, int attempt) {
    return probe.await(
        EventCatalog.CHANNEL_MESSAGE_CHANGED,
        tenantId,
        event ->
            event.messageId().equals(messageId)
                && event.attempt() == attempt
                && (event.change().equals("sent") || event.change().equals("failed")));
  }

  /** The probe, for whatever else. */
  public EventProbe probe() {
    return probe;
  }

  /** An agent writes. */
  public UUID send(ChannelMessageReceived to, String text) {
    UUID id = UUID.randomUUID();
    send(to, id, 1, "agent", "chat", text, List.of(), false);
    return id;
  }

  public void send(
      ChannelMessageReceived to,
      UUID messageId,
      int attempt,
      String author,
      String mode,
      @Nullable String text,
      List<ChannelMessageRequested.File> files,
      boolean consent) {
    probe.publish(
        EventCatalog.CHANNEL_MESSAGE_REQUESTED,
        to.threadId().toString(),
        tenantId,
        new ChannelMessageRequested(
            tenantId,
            to.channelId(),
            to.threadId(),
            UUID.randomUUID(),
            messageId,
            attempt,
            author,
            author.equals("agent") ? UUID.randomUUID() : null,
            mode,
            text,
            files,
            null,
            consent,
            Instant.now()));
  }

  /** Something is done to a message. */
  public void act(ChannelMessageReceived on, String action) {
    probe.publish(
        EventCatalog.CHANNEL_ACTION_REQUESTED,
        on.threadId().toString(),
        tenantId,
        new ChannelActionRequested(
            tenantId,
            on.channelId(),
            on.threadId(),
            UUID.randomUUID(),
            on.messageId(),
            action,
            UUID.randomUUID(),
            Instant.now()));
  }

  @Override
  public void close() {
    probe.close();
  }
}
