/** The history of calls as the owner reads it: pages, filters, a file. */
@NullMarked
package io.dakenh.billing.history;

import org.jspecify.annotations.NullMarked;
