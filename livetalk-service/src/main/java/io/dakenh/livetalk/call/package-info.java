/**
 * Audio and video calls. Media goes from browser to browser; here is only who calls whom.
 *
 * <p>The main path: a visitor starts a call ({@link io.dakenh.livetalk.call.Calls}), routing asks
 * agents, one accepts, and {@code RoutedCalls} gives them a place. Both sides then exchange what
 * their browsers need to find each other ({@link io.dakenh.livetalk.call.CallSignals}), and once
 * the agent's browser says that media flows the claim holds and minutes count. Browsers say every
 * few seconds that they are still there; whatever has a deadline stands in {@code call.next_due},
 * and {@code CallTimer} asks {@code CallRules} what is due. So a call whose people vanished ends at
 * the last sign of life, and a service that was restarted goes on where it stood.
 */
@NullMarked
package io.dakenh.livetalk.call;

import org.jspecify.annotations.NullMarked;
