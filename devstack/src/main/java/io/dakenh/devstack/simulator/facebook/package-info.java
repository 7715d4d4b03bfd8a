/** Facebook: login dialog, Graph API and the deliveries of Pages. */
@NullMarked
package io.dakenh.devstack.simulator.facebook;

import org.jspecify.annotations.NullMarked;
