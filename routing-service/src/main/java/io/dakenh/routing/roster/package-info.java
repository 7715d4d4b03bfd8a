/**
 * Who can be asked: people, their presence, and departments, projected from events of
 * config-service and livetalk-service. Older versions than the one known are ignored, so events may
 * come late, twice or out of order.
 */
@NullMarked
package io.dakenh.routing.roster;

import org.jspecify.annotations.NullMarked;
