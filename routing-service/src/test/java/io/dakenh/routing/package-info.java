/** The service as its neighbours see it: events in, events out, HTTP. */
@NullMarked
package io.dakenh.routing;

import org.jspecify.annotations.NullMarked;
