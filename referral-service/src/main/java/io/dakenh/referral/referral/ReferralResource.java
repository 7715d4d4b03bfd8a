package io.dakenh.referral.referral;

import io.dakenh.platform.tenancy.Caller;
import io.dakenh.platform.tenancy.Roles;
import io.dakenh.platform.web.Page;
import io.dakenh.platform.web.PageRequest;
import io.dakenh.referral.click.Clicks;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Whom the own business brought. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OWNER)
@RunOnVirtualThread
@Tag(name = "referral")
public class ReferralResource {
  private static final ReferralRepository.Count NONE = new ReferralRepository.Count("", 0, 0);

  private final ReferralService referrals;
  private final ReferralRepository repository;
  private final Rewards rewards;
  private final Clicks clicks;
  private final Caller caller;

  @Inject
  ReferralResource(
      ReferralService referrals,
      ReferralRepository repository,
      Rewards rewards,
      Clicks clicks,
      Caller caller) {
    this.referrals = referrals;
    this.repository = repository;
    this.rewards = rewards;
    this.clicks = clicks;
    this.caller = caller;
  }

  /** One page, newest first. */
  @GET
  @Path("/referrals")
  @Operation(operationId = "listReferrals", summary = "Businesses brought, newest first")
  public Page<ReferralView> list(
      @QueryParam("state") @Nullable String state, @BeanParam @Valid PageRequest page) {
    return referrals.page(caller.tenantId(), state, page.limit, page.cursor);
  }

  /** Numbers for the head of the page. */
  @GET
  @Path("/summary")
  @Transactional
  @Operation(operationId = "getReferralSummary", summary = "How the link does, and what it earns")
  public ReferralSummary summary() {
    UUID tenantId = caller.tenantId();
    Map<String, ReferralRepository.Count> counts =
        repository.counts(tenantId).stream()
            .collect(Collectors.toMap(ReferralRepository.Count::state, Function.identity()));
    Clicks.Total total = clicks.ofLastMonth(tenantId);
    return new ReferralSummary(
        total.clicks(),
        total.visitors(),
        counts.getOrDefault("registered", NONE).count(),
        counts.getOrDefault("qualified", NONE).count(),
        counts.getOrDefault("rewarded", NONE).count(),
        counts.getOrDefault("rejected", NONE).count(),
        counts.getOrDefault("rewarded", NONE).seconds(),
        rewards.earnedThisMonth(tenantId),
        rewards.cap(),
        rewards.referrerSeconds(),
        rewards.referredSeconds());
  }
}
