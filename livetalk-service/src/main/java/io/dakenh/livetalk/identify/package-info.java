/**
 * Who a visitor is on the business's own website. The website's server signs the id of its customer
 * with the business's secret; whoever shows a right signature is that customer on every device, and
 * sees the same conversations there. A wrong signature changes nothing.
 */
@NullMarked
package io.dakenh.livetalk.identify;

import org.jspecify.annotations.NullMarked;
