package io.dakenh.config.signup;

import io.dakenh.config.identity.PasswordHash;
import io.dakenh.config.storage.Collections;
import io.dakenh.config.storage.StoredDocument;
import io.quarkus.mongodb.panache.common.MongoEntity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who wants to open a business and has yet to confirm the address; the id is that of the
 * tenant there will be. Forgotten some time after the link has ended.
 */
@MongoEntity(collection = Collections.SIGN_UP)
public class SignUp extends StoredDocument {
  public String businessName;
  public String ownerName;
  public String email;
  public String locale;
  public @Nullable String referralCode;
  public @Nullable UUID referralVisit;

  /** Until the business exists. */
  public @Nullable PasswordHash password;

  public UUID departmentId;
  public String widgetKey;

  /** Of the links that were sent; each of them confirms. */
  public List<String> tokenHashes = new ArrayList<>();

  public Instant lastLetterAt;
  public Instant expiresAt;
  public Instant forgetAt;
  public @Nullable Instant confirmedAt;
}
