package io.dakenh.channels.event;

import io.dakenh.channels.event.Incoming.Place;
import io.dakenh.channels.event.Incoming.Post;
import io.dakenh.channels.event.Incoming.Referral;
import io.dakenh.channels.event.Incoming.RemoteFile;
import io.dakenh.channels.event.Incoming.Type;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An {@link Incoming} while a provider's adapter puts it together. */
public final class Draft {
  private final String account;
  private final String customer;
  private final long at;
  private Type type = Type.MESSAGE;
  private String surface = "chat";
  private String thread;
  private String key = "";
  private @Nullable String customerName;
  private @Nullable String externalId;
  private List<String> externalIds = List.of();
  private @Nullable Long upTo;
  private String messageKind = "text";
  private @Nullable String text;
  private final List<RemoteFile> files = new ArrayList<>();
  private @Nullable String replyTo;
  private @Nullable String payload;
  private @Nullable Place place;
  private @Nullable Referral referral;
  private @Nullable Post post;
  private @Nullable String correlation;
  private @Nullable String author;
  private @Nullable String conversation;
  private @Nullable String emoji;
  private @Nullable String phone;
  private @Nullable String name;

  /** Of what every event has. */
  public Draft(String account, String customer, long at) {
    this.account = account;
    this.customer = customer;
    this.thread = customer;
    this.at = at;
  }

  /** What it is, and by what it is recognised again. */
  public Draft is(Type what, String dedupeKey) {
    type = what;
    key = dedupeKey;
    return this;
  }

  /** The message it is or is about. */
  public Draft message(@Nullable String id) {
    externalId = id;
    return this;
  }

  /** The messages a mark is about. */
  public Draft messages(List<String> ids) {
    externalIds = List.copyOf(ids);
    return this;
  }

  /** The time a mark reaches to. */
  public Draft upTo(@Nullable Long milliseconds) {
    upTo = milliseconds;
    return this;
  }

  /** The kind of message. */
  public Draft kind(String messageKindNow) {
    messageKind = messageKindNow;
    return this;
  }

  /** The kind as set so far. */
  public String kind() {
    return messageKind;
  }

  /** The words; blank ones are none. */
  public Draft text(@Nullable String words) {
    text = words == null || words.isBlank() ? null : words;
    return this;
  }

  /** The words as set so far. */
  public @Nullable String text() {
    return text;
  }

  /** One more file. */
  public Draft file(String fileKind, String url, @Nullable String fileName) {
    files.add(new RemoteFile(fileKind, url, fileName));
    return this;
  }

  /** Whether there are files. */
  public boolean hasFiles() {
    return !files.isEmpty();
  }

  /** The message answered. */
  public Draft replyTo(@Nullable String id) {
    replyTo = id;
    return this;
  }

  /** What a button carries. */
  public Draft payload(@Nullable String carried) {
    payload = carried;
    return this;
  }

  /** A place. */
  public Draft place(Place where) {
    place = where;
    return this;
  }

  /** Where the customer came from. */
  public Draft referral(@Nullable Referral from) {
    referral = from;
    return this;
  }

  /** A comment: its post, and the comment its thread is named after. */
  public Draft comment(Post where, String top) {
    surface = "comment";
    messageKind = "comment";
    post = where;
    thread = top;
    return this;
  }

  /** The customer's name, where the event has it. */
  public Draft customerName(@Nullable String said) {
    customerName = said;
    return this;
  }

  /** What we gave our own message. */
  public Draft correlation(@Nullable String ours) {
    correlation = ours;
    return this;
  }

  /** Who wrote for the business elsewhere. */
  public Draft author(@Nullable String who) {
    author = who;
    return this;
  }

  /** What an answer to an anonymous visitor has to name. */
  public Draft conversation(@Nullable String id) {
    conversation = id;
    return this;
  }

  /** A reaction. */
  public Draft emoji(@Nullable String shown) {
    emoji = shown;
    return this;
  }

  /** What the customer told of themselves. */
  public Draft told(@Nullable String theirName, @Nullable String theirPhone) {
    name = theirName;
    phone = theirPhone;
    return this;
  }

  /** The finished event. */
  public Incoming done() {
    if (key.isEmpty()) {
      throw new IllegalStateException("an event without a key would be taken twice");
    }
    return new Incoming(
        type,
        account,
        surface,
        customer,
        customerName,
        thread,
        key,
        externalId,
        externalIds,
        upTo,
        messageKind,
        text,
        List.copyOf(files),
        replyTo,
        payload,
        place,
        referral,
        post,
        correlation,
        author,
        conversation,
        emoji,
        phone,
        name,
        at);
  }
}
