package io.dakenh.livetalk.support;

import io.dakenh.contracts.channel.ChannelChanged;
import io.dakenh.contracts.channel.ChannelContact;
import io.dakenh.contracts.channel.ChannelMedia;
import io.dakenh.contracts.channel.ChannelMessageChanged;
import io.dakenh.contracts.channel.ChannelMessageReceived;
import io.dakenh.contracts.channel.ChannelThreadChanged;
import io.dakenh.contracts.channel.ChannelWindow;
import io.dakenh.contracts.event.EventCatalog;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A customer of a Page or OA, told of as the connector would. */
public final class Customer {
  private final Business shop;
  private final String kind;
  private final UUID channelId;
  private final UUID threadId = UUID.randomUUID();
  private final UUID contactId = UUID.randomUUID();
  private String name = "Lan Nguyễn";
  private String surface = "chat";
  private ChannelWindow window;

  private Customer(Business shop, String kind, UUID channelId) {
    this.shop = shop;
    this.kind = kind;
    this.channelId = channelId;
    this.window = window(Duration.ofHours(24), Duration.ofDays(7), "human-agent", null);
  }

  /** Of a Page that is linked. */
  public static Customer ofFacebook(Business shop) {
    Customer customer = new Customer(shop, "facebook", UUID.randomUUID());
    customer.channel(1, "healthy");
    return customer;
  }

  /** Of an OA that is linked. */
  public static Customer ofZalo(Business shop) {
    Customer customer = new Customer(shop, "zalo", UUID.randomUUID());
    customer.window = window(Duration.ofHours(48), Duration.ofDays(7), "charged", null);
    customer.channel(1, "healthy");
    return customer;
  }

  /** What may be sent from now on; null: not at all. */
  public static ChannelWindow window(
      @Nullable Duration free,
      @Nullable Duration limited,
      @Nullable String limitedTo,
      @Nullable Integer freeLeft) {
    Instant now = Instant.now();
    return new ChannelWindow(
        now,
        free == null ? null : now.plus(free),
        limited == null ? null : now.plus(limited),
        limitedTo,
        freeLeft,
        null,
        null,
        null,
        2_000);
  }

  /** Writes under posts instead of in private. */
  public Customer commenting() {
    surface = "comment";
    Instant now = Instant.now();
    window =
        new ChannelWindow(
            now, null, null, null, null, null, null, now.plus(Duration.ofDays(7)), 2_000);
    return this;
  }

  /** What the connector says of the Page or OA. */
  public void channel(long version, String state) {
    shop.events()
        .publish(
            EventCatalog.CHANNEL_CHANGED,
            channelId.toString(),
            shop.id(),
            new ChannelChanged(
                shop.id(), channelId, version, kind, "9001", "Hoa Mai", state, Instant.now()));
  }

  /** Writes words. */
  public UUID says(String text) {
    return sends("text", text);
  }

  /** Sends something of a kind. */
  public UUID sends(String messageKind, @Nullable String text, ChannelMedia... files) {
    ChannelMessageReceived message = message(messageKind, text, files);
    publish(UUID.randomUUID(), message);
    return message.messageId();
  }

  /** A message that was not told of yet. */
  public ChannelMessageReceived message(
      String messageKind, @Nullable String text, ChannelMedia... files) {
    Instant now = Instant.now();
    return new ChannelMessageReceived(
        shop.id(),
        channelId,
        kind,
        threadId,
        surface,
        contact(),
        UUID.randomUUID(),
        "m_" + UUID.randomUUID(),
        "in",
        messageKind,
        text,
        List.of(files),
        null,
        null,
        null,
        null,
        surface.equals("comment")
            ? new ChannelMessageReceived.Comment(
                "555_777", "9001_555", null, "https://www.facebook.com/9001_555")
            : null,
        null,
        window,
        now,
        now);
  }

  /** Tells of a message; the same event again is a duplicate. */
  public void publish(UUID eventId, ChannelMessageReceived message) {
    shop.events()
        .publish(
            eventId,
            EventCatalog.CHANNEL_MESSAGE_RECEIVED,
            threadId.toString(),
            shop.id(),
            message);
  }

  /** Says what became of a message. */
  public void tells(UUID messageId, String change) {
    tells(messageId, change, 1, null, false, null);
  }

  /** Says what became of a message, with all there is to it. */
  public void tells(
      UUID messageId,
      String change,
      int attempt,
      @Nullable String failureCode,
      boolean retryable,
      @Nullable String words) {
    boolean edited = change.equals("edited");
    shop.events()
        .publish(
            EventCatalog.CHANNEL_MESSAGE_CHANGED,
            threadId.toString(),
            shop.id(),
            new ChannelMessageChanged(
                shop.id(),
                channelId,
                threadId,
                messageId,
                change,
                attempt,
                null,
                failureCode,
                retryable,
                edited ? words : null,
                edited ? null : words,
                "customer",
                Instant.now()));
  }

  /** The connector knows something new of the thread. */
  public void thread(long version, UnaryOperator<ChannelWindow> change) {
    window = change.apply(window);
    shop.events()
        .publish(
            EventCatalog.CHANNEL_THREAD_CHANGED,
            threadId.toString(),
            shop.id(),
            new ChannelThreadChanged(
                shop.id(),
                channelId,
                kind,
                threadId,
                surface,
                version,
                contact(),
                window,
                Instant.now()));
  }

  /** Is called so from the next word on. */
  public void calledFromNowOn(String newName) {
    name = newName;
  }

  /** As the connector knows them. */
  public ChannelContact contact() {
    return new ChannelContact(contactId, "7100", name, null, null, null, Instant.now());
  }

  /** The thread. */
  public UUID threadId() {
    return threadId;
  }

  /** The customer, who is the visitor of the same id. */
  public UUID contactId() {
    return contactId;
  }

  /** The Page or OA. */
  public UUID channelId() {
    return channelId;
  }

  /** A file of which the connector has a copy. */
  public static ChannelMedia file(String kind, String what, String fileName) {
    UUID id = UUID.randomUUID();
    return new ChannelMedia(
        id, kind, fileName, "", 1_000, "/internal/v1/media/" + what + "/" + id, null);
  }
}
