/**
 * Businesses bring businesses: each has a code to share, and sees whom it brought.
 *
 * <p>The main path: a business appears ({@code tenant.TenantConsumer}) → {@code
 * business.Businesses} remembers its name and status → {@code code.ReferralCodes} issues its code,
 * once, and tells the suite → if it signed up with a code, {@code referral.ReferralService} finds
 * whose it is, applies {@code referral.Guards} and registers the referral with the business that
 * brought it → its owner is verified and its first conversation handled ({@code
 * conversation.ConversationConsumer}, {@code progress.Progress}) → {@code referral.Rewards} tells
 * what both earned.
 *
 * <p>Before that somebody follows the link: {@code link.LinkResource} counts the visit ({@code
 * click.Clicks}), and the sign-up carries it along. The owner reads {@code
 * code.ReferralCodeResource} and {@code referral.ReferralResource}; operators review rejections by
 * {@code referral.ReviewResource}. What a referral can be is {@code referral.ReferralState}.
 *
 * <p>Plain SQL that names the tenant: registering a referral touches rows of two tenants by design,
 * which a tenant discriminator cannot express.
 */
@NullMarked
package io.dakenh.referral;

import org.jspecify.annotations.NullMarked;
