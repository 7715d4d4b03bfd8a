package io.dakenh.config.mail;

import io.dakenh.config.storage.Collections;
import io.dakenh.platform.mail.Outgoing;
import io.quarkus.mongodb.panache.common.MongoEntity;
import java.time.Instant;
import java.util.UUID;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/** A letter on its way; what it says is forgotten once it was sent or given up. */
@MongoEntity(collection = Collections.MAIL)
public class WaitingMail {
  static final String WAITING = "waiting";
  static final String SENT = "sent";
  static final String FAILED = "failed";

  @BsonId public UUID id;
  public int schemaVersion = 1;

  /** What it is for, such as {@code sign-up}. */
  public String kind;

  public String state = WAITING;
  public int attempts;
  public Instant createdAt;

  /** When it is tried next; while it is being sent, when another replica may. */
  public Instant dueAt;

  public @Nullable String recipient;
  public @Nullable String senderName;
  public @Nullable String subject;
  public @Nullable String text;
  public @Nullable String html;

  Outgoing outgoing() {
    return new Outgoing(
        id,
        String.valueOf(recipient),
        String.valueOf(senderName),
        String.valueOf(subject),
        String.valueOf(text),
        String.valueOf(html));
  }
}
