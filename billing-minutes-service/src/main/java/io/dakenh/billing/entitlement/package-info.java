/** What a business may use right now, granted anew each calendar month in Asia/Ho_Chi_Minh. */
@NullMarked
package io.dakenh.billing.entitlement;

import org.jspecify.annotations.NullMarked;
