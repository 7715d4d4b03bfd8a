package io.dakenh.config.signup;

import io.dakenh.config.ServiceSettings;
import io.dakenh.config.identity.EmailTakenException;
import io.dakenh.config.identity.PasswordHash;
import io.dakenh.config.mail.LinkToken;
import io.dakenh.config.mail.Mails;
import io.dakenh.config.provisioning.NewBusiness;
import io.dakenh.config.provisioning.Registration;
import io.dakenh.config.storage.Documents;
import io.dakenh.config.storage.DuplicateKeyException;
import io.dakenh.config.storage.IdempotencyKeys;
import io.dakenh.config.storage.Indexes;
import io.dakenh.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * From what was typed to a business. Nothing here tells whether an address is known: that is said
 * in the letter, to whoever reads that mailbox.
 */
@ApplicationScoped
class SignUps {
  private static final Logger LOG = Logger.getLogger(SignUps.class);
  private static final String SCOPE = "public";
  private static final String OPERATION = "sign-up";
  private static final Duration HOUR = Duration.ofHours(1);
  private static final int PER_MAILBOX_AND_HOUR = 3;
  private static final int MOST_LETTERS = 5;
  private static final Duration KEPT_AFTERWARDS = Duration.ofDays(2);

  private final SignUpRepository signUps;
  private final SignUpCheck check;
  private final Registration registration;
  private final Documents documents;
  private final IdempotencyKeys idempotency;
  private final Indexes indexes;
  private final Mails mails;
  private final ServiceSettings.SignUp settings;
  private final Clock clock;

  @Inject
  SignUps(
      SignUpRepository signUps,
      SignUpCheck check,
      Registration registration,
      Documents documents,
      IdempotencyKeys idempotency,
      Indexes indexes,
      Mails mails,
      ServiceSettings settings,
      Clock clock) {
    this.signUps = signUps;
    this.check = check;
    this.registration = registration;
    this.documents = documents;
    this.idempotency = idempotency;
    this.indexes = indexes;
    this.mails = mails;
    this.settings = settings.signUp();
    this.clock = clock;
  }

  /** Takes what was typed; a letter follows. */
  SignUpView request(@Nullable SignUpBody body, @Nullable String key) {
    indexes.require();
    if (!settings.open()) {
      throw ProblemException.rule(
          "sign-up-closed", "Businesses are opened by whoever runs this installation.");
    }
    mails.require();
    SignUp signUp = check.read(body);
    IdempotencyKeys.Reservation reserved =
        idempotency.reserve(SCOPE, OPERATION, key, String.valueOf(body));
    Instant now = Documents.now(clock);
    signUp.id = reserved.id();
    signUp.tenantId = reserved.id();
    signUp.departmentId = registration.newId();
    signUp.widgetKey = registration.newWidgetKey();
    signUp.lastLetterAt = now;
    signUp.expiresAt = now.plus(settings.linkValid());
    signUp.forgetAt = signUp.expiresAt.plus(KEPT_AFTERWARDS);
    if (signUps.since(signUp.email, now.minus(HOUR)) >= PER_MAILBOX_AND_HOUR) {
      LOG.debugf("a mailbox has had its letters of the hour: %s", signUp.id);
      return view(signUp);
    }
    String token = LinkToken.next();
    signUp.tokenHashes = new ArrayList<>(List.of(LinkToken.hash(token)));
    try {
      documents.insert(
          signUps.mongoCollection(),
          signUp,
          entries -> entries.effect(SignUpLetter.KIND, token, "{}"));
      return view(signUp);
    } catch (DuplicateKeyException earlier) {
      LOG.debug("the same request came before", earlier);
      return signUps.findByIdOptional(signUp.id).map(SignUps::view).orElseGet(() -> view(signUp));
    }
  }

  private static SignUpView view(SignUp signUp) {
    return new SignUpView(signUp.id, signUp.expiresAt);
  }

  /** Sends another letter, not at once and not for ever; of an id nobody has nothing is said. */
  void resend(UUID id) {
    String token = LinkToken.next();
    documents.retrying(
        () -> signUps.findByIdOptional(id).orElse(null),
        signUp -> {
          Instant now = Documents.now(clock);
          if (signUp.confirmedAt != null || !signUp.expiresAt.isAfter(now)) {
            return signUp;
          }
          Instant next = signUp.lastLetterAt.plus(settings.letterPause());
          if (next.isAfter(now)) {
            throw ProblemException.rateLimited(Duration.between(now, next).plusSeconds(1));
          }
          if (signUp.tokenHashes.size() >= MOST_LETTERS) {
            throw ProblemException.rateLimited(Duration.between(now, signUp.expiresAt));
          }
          return documents.change(
              signUps.mongoCollection(),
              signUp,
              edit -> {
                edit.tokenHashes = new ArrayList<>(edit.tokenHashes);
                edit.tokenHashes.add(LinkToken.hash(token));
                edit.lastLetterAt = now;
              },
              edited -> edited.entries().effect(SignUpLetter.KIND, token, "{}"));
        });
  }

  /** What whoever holds the link is about to confirm. */
  SignUpState look(@Nullable String token) {
    return SignUpState.of(require(token));
  }

  /** Makes the business; the same link again changes nothing. */
  SignUpState confirm(@Nullable String token) {
    SignUp signUp = require(token);
    PasswordHash password = signUp.password;
    if (signUp.confirmedAt == null && password != null) {
      try {
        registration.create(
            new NewBusiness(
                signUp.id,
                signUp.businessName,
                signUp.ownerName,
                signUp.email,
                password,
                signUp.locale,
                signUp.referralCode,
                signUp.referralVisit,
                signUp.departmentId,
                signUp.widgetKey));
      } catch (EmailTakenException taken) {
        LOG.debug("confirmed an address that signs in already", taken);
        throw ProblemException.conflict(
            "email-exists", "Someone signs in with this e-mail already; sign in with it.");
      }
      signUps.forgetOthers(signUp);
      signUp = confirmed(signUp);
    }
    return SignUpState.of(signUp);
  }

  private SignUp confirmed(SignUp signUp) {
    SignUp marked =
        documents.retrying(
            () -> signUps.findByIdOptional(signUp.id).orElse(null),
            loaded ->
                documents.change(
                    signUps.mongoCollection(),
                    loaded,
                    edit -> {
                      edit.confirmedAt = Documents.now(clock);
                      edit.password = null;
                    },
                    edited -> {}));
    return marked == null ? signUp : marked;
  }

  private SignUp require(@Nullable String token) {
    if (token == null || token.isBlank()) {
      throw ProblemException.invalid("/token", "required", "This value is required.");
    }
    Optional<SignUp> found = signUps.withToken(LinkToken.hash(token));
    return found
        .filter(s -> s.confirmedAt != null || s.expiresAt.isAfter(clock.instant()))
        .orElseThrow(() -> ProblemException.notFound("sign-up"));
  }
}
