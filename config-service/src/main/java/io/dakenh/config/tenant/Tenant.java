package io.dakenh.config.tenant;

import io.dakenh.config.storage.Collections;
import io.dakenh.config.storage.StoredDocument;
import io.quarkus.mongodb.panache.common.MongoEntity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One business. */
@MongoEntity(collection = Collections.TENANT)
public class Tenant extends StoredDocument {
  /** Status of a business that may work. */
  public static final String ACTIVE = "active";

  /** Status of one the operator took off the air. */
  public static final String SUSPENDED = "suspended";

  /** Status of one that is being erased: nothing changes it any more. */
  public static final String ERASING = "erasing";

  public String name;
  public String status = ACTIVE;

  /** Why the operator gave it this status. */
  public @Nullable String statusReason;

  public String locale;
  public String timeZone;
  public String widgetKey;
  public String organizationId;
  public @Nullable String referralCode;

  /** The visit to a referral link that led to the sign-up. */
  public @Nullable UUID referralClickId;

  /** What tells whether two businesses belong to one owner: see {@link OwnerFacts}. */
  public @Nullable String ownerHash;

  public @Nullable String ownerDomainHash;

  /** Whether the first owner has shown to read the mailbox. */
  public boolean ownerVerified;

  /** Active owners. Kept here so that one atomic update can refuse to take the last one. */
  public List<UUID> ownerIds = new ArrayList<>();

  /** The one default department. Kept here so that there cannot be two. */
  public UUID defaultDepartmentId;

  /** Whether owners are shown what to do first. */
  public boolean checklistOpen;

  /** When a website other than ours first showed the widget. */
  public @Nullable Instant websiteSeenAt;

  public List<FollowUp> followUps = new ArrayList<>();
}
