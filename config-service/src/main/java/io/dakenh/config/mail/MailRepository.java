package io.dakenh.config.mail;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import io.quarkus.mongodb.panache.PanacheMongoRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Letters on their way; each is sent by one replica at a time. */
@ApplicationScoped
class MailRepository implements PanacheMongoRepositoryBase<WaitingMail, UUID> {
  /** A replica that dies while it sends one leaves it to the others after this time. */
  private static final Duration LEASE = Duration.ofMinutes(2);

  private static final int MOST_ATTEMPTS = 12;
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
  private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

  /** False when it was written down before. */
  boolean add(WaitingMail mail) {
    try {
      mongoCollection().insertOne(mail);
      return true;
    } catch (MongoWriteException refused) {
      if (refused.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
        return false;
      }
      throw refused;
    }
  }

  /** The one that is due longest, if nobody else is at it. */
  Optional<WaitingMail> claim(Instant now) {
    return Optional.ofNullable(
        mongoCollection()
            .findOneAndUpdate(
                Filters.and(Filters.eq("state", WaitingMail.WAITING), Filters.lte("dueAt", now)),
                Updates.combine(Updates.inc("attempts", 1), Updates.set("dueAt", now.plus(LEASE))),
                new FindOneAndUpdateOptions()
                    .sort(Sorts.ascending("dueAt"))
                    .returnDocument(ReturnDocument.AFTER)));
  }

  /** Nothing more is to be done; what it said is forgotten. */
  void finish(WaitingMail mail, String state) {
    mongoCollection()
        .updateOne(
            Filters.eq("_id", mail.id),
            Updates.combine(
                Updates.set("state", state),
                Updates.unset("recipient"),
                Updates.unset("subject"),
                Updates.unset("text"),
                Updates.unset("html")));
  }

  /** Tries again later; false when it was the last time. */
  boolean again(WaitingMail mail, Instant now) {
    if (mail.attempts >= MOST_ATTEMPTS) {
      finish(mail, WaitingMail.FAILED);
      return false;
    }
    mongoCollection()
        .updateOne(
            Filters.eq("_id", mail.id), Updates.set("dueAt", now.plus(pause(mail.attempts))));
    return true;
  }

  static Duration pause(int attempts) {
    Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts - 1, 20));
    return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
  }
}
