/** What is known of businesses here: a projection of config-service's tenants. */
@NullMarked
package io.dakenh.referral.business;

import org.jspecify.annotations.NullMarked;
