/** Tells the business's audit log, which config-service keeps, what was done here. */
@NullMarked
package io.dakenh.livetalk.audit;

import org.jspecify.annotations.NullMarked;
