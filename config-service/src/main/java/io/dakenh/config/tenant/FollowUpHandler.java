package io.dakenh.config.tenant;

import java.util.UUID;

/** Does one kind of follow-up. */
public interface FollowUpHandler {
  /** Kind, one of the constants of {@link FollowUp}. */
  String kind();

  /** Does it; must lead to the same state however often it runs. */
  void run(UUID tenantId, UUID target);
}
