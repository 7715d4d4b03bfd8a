/** Whose data is being worked on: from the token for requests, from the event for consumers. */
@NullMarked
package io.dakenh.platform.tenancy;

import org.jspecify.annotations.NullMarked;
