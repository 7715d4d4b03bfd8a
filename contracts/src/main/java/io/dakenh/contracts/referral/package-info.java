/** Referral codes and referrals, published by referral-service. */
@NullMarked
package io.dakenh.contracts.referral;

import org.jspecify.annotations.NullMarked;
