package io.dakenh.referral.referral;

import io.dakenh.platform.problem.ProblemException;
import io.dakenh.platform.tenancy.Caller;
import io.dakenh.platform.tenancy.Roles;
import io.dakenh.platform.web.Cursor;
import io.dakenh.platform.web.Page;
import io.dakenh.platform.web.PageRequest;
import io.dakenh.referral.referral.ReferralState.Rejected;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Rejected referrals, for the platform's operator: guards may be wrong about people. */
@Path("/api/v1/operator/referrals")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPERATOR)
@RunOnVirtualThread
@Transactional
@Tag(name = "operator")
public class ReviewResource {
  private static final String OVERRULED = "overruled";

  private final ReferralRepository referrals;
  private final Rewards rewards;
  private final Caller caller;
  private final Clock clock;

  @Inject
  ReviewResource(ReferralRepository referrals, Rewards rewards, Caller caller, Clock clock) {
    this.referrals = referrals;
    this.rewards = rewards;
    this.caller = caller;
    this.clock = clock;
  }

  /**
   * What an operator decides.
   *
   * @param decision {@code upheld} or {@code overruled}
   */
  public record ReviewBody(
      @NotNull @Pattern(regexp = "upheld|overruled", message = "upheld or overruled")
          @Nullable String decision,
      @NotBlank @Size(max = 300) @Nullable String note) {}

  /** A referral as an operator sees it. */
  public record ReviewView(
      UUID tenantId,
      UUID referredTenantId,
      ReferralView referral,
      @Nullable Instant reviewedAt,
      @Nullable String decision,
      @Nullable String note) {
    static ReviewView of(ReferralRow row) {
      return new ReviewView(
          row.referral().tenantId(),
          row.referral().referredTenantId(),
          ReferralView.of(row),
          row.reviewedAt(),
          row.review(),
          row.reviewNote());
    }
  }

  /** Those of all businesses in a state. */
  @GET
  @Operation(operationId = "listReferralsForReview", summary = "Referrals in a state, newest first")
  public Page<ReviewView> list(
      @QueryParam("state") @DefaultValue("rejected") String state,
      @BeanParam @Valid PageRequest page) {
    ReferralService.requireState(state);
    return Page.cut(
            referrals.every(state, ReferralService.before(page.cursor), page.limit + 1),
            page.limit,
            row -> Cursor.of(row.referral().id()))
        .map(ReviewView::of);
  }

  /** Upholds or overrules a rejection. */
  @POST
  @Path("/{id}/review")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "reviewReferral",
      summary = "Upholds or overrules a rejection; overruled, it goes on as if it had counted")
  public ReviewView review(@PathParam("id") UUID id, @Valid @NotNull ReviewBody body) {
    ReferralRow row = referrals.one(id).orElseThrow(() -> ProblemException.notFound("referral"));
    if (!(row.referral().state() instanceof Rejected rejected)) {
      throw ProblemException.conflict(
          "referral-not-rejected", "Only a rejected referral is reviewed.");
    }
    boolean overruled = OVERRULED.equals(body.decision());
    if (overruled && rejected.reason() == RejectionReason.SELF_REFERRAL) {
      throw ProblemException.rule("self-referral", "A business cannot refer itself.");
    }
    referrals.review(
        id,
        caller.personId(),
        String.valueOf(body.decision()),
        String.valueOf(body.note()),
        clock.instant());
    if (overruled) {
      referrals.move(id, rejected.overrule(), row.referredSeconds());
      rewards.advance(row.referral().referredTenantId());
    }
    return ReviewView.of(
        referrals.one(id).orElseThrow(() -> ProblemException.notFound("referral")));
  }
}
