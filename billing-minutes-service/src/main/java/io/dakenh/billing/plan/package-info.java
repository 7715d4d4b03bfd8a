/** Plans: what a business gets each month. */
@NullMarked
package io.dakenh.billing.plan;

import org.jspecify.annotations.NullMarked;
