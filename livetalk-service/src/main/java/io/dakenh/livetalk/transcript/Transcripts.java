package io.dakenh.livetalk.transcript;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.dakenh.livetalk.LivetalkConfig;
import io.dakenh.livetalk.contact.Blocks;
import io.dakenh.livetalk.conversation.OpenConversation.Person;
import io.dakenh.livetalk.mail.Mail;
import io.dakenh.livetalk.mail.Mails;
import io.dakenh.livetalk.party.Party;
import io.dakenh.livetalk.store.Database;
import io.dakenh.platform.problem.ProblemException;
import io.dakenh.platform.problem.ProblemKind;
import io.github.bucket4j.Bucket;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Gives transcripts to those who may have them. Mail to any address is what spammers want, so what
 * one conversation, one mailbox and one business may send within an hour is bounded, by what is
 * stored and not by what one replica remembers.
 */
@ApplicationScoped
class Transcripts {
  private static final String KIND = "transcript";
  private static final int MOST_IN_FILE = 20_000;
  private static final int MOST_IN_MAIL = 500;
  private static final Duration SPAN = Duration.ofHours(1);
  private static final int PER_CONVERSATION = 3;
  private static final int PER_MAILBOX = 5;
  private static final int FILES_PER_MINUTE = 20;
  private static final long READERS = 50_000;

  private final Database database;
  private final TranscriptReader reader;
  private final Mails mails;
  private final Blocks blocks;
  private final int perHour;
  private final Cache<Party.Key, Bucket> buckets =
      Caffeine.newBuilder().maximumSize(READERS).expireAfterAccess(Duration.ofMinutes(2)).build();

  @Inject
  Transcripts(
      Database database,
      TranscriptReader reader,
      Mails mails,
      Blocks blocks,
      LivetalkConfig config) {
    this.database = database;
    this.reader = reader;
    this.mails = mails;
    this.blocks = blocks;
    this.perHour = config.mail().transcriptsPerHour();
  }

  /** For a file. */
  Transcript read(Party party, UUID conversationId) {
    if (!buckets.get(party.key(), key -> bucket()).tryConsume(1)) {
      throw ProblemException.rateLimited(Duration.ofMinutes(1));
    }
    return reader.read(party, conversationId, MOST_IN_FILE);
  }

  private static Bucket bucket() {
    return Bucket.builder()
        .addLimit(
            limit ->
                limit
                    .capacity(FILES_PER_MINUTE)
                    .refillGreedy(FILES_PER_MINUTE, Duration.ofMinutes(1)))
        .build();
  }

  /** Sends one to an address, soon. */
  void mail(Party party, UUID conversationId, @Nullable String typed) {
    mails.require();
    String address = Person.of("", null, null, typed == null ? "" : typed, null).email();
    if (address == null) {
      throw ProblemException.invalid("/email", "required", "An e-mail address.");
    }
    if (party.visitor() && blocks.blocked(party)) {
      throw ProblemException.of(
          ProblemKind.FORBIDDEN, "visitor-blocked", "You cannot write here at the moment.");
    }
    Transcript transcript = reader.read(party, conversationId, MOST_IN_MAIL);
    database.inTransaction(
        () -> {
          // One after the other, so that nobody gets past the limit by asking twice at once.
          database.first(
              "select pg_advisory_xact_lock(hashtextextended(?, 0))",
              row -> Boolean.TRUE,
              KIND + party.tenantId());
          Mails.Lately lately = mails.lately(party.tenantId(), KIND, conversationId, address, SPAN);
          if (lately.all() >= perHour
              || lately.aboutIt() >= PER_CONVERSATION
              || lately.toThem() >= PER_MAILBOX) {
            throw ProblemException.rateLimited(SPAN);
          }
          mails.post(
              new Mail(
                  party.tenantId(),
                  KIND,
                  conversationId,
                  transcript.visitorId(),
                  address,
                  TranscriptWriter.letter(transcript)));
          return Boolean.TRUE;
        });
  }
}
