/** Zalo: permission dialog, token endpoint, OA API and the deliveries of OAs. */
@NullMarked
package io.dakenh.devstack.simulator.zalo;

import org.jspecify.annotations.NullMarked;
