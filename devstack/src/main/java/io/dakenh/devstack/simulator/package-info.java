/**
 * Facebook and Zalo as far as the suite calls them, for trying everything offline and for tests.
 * The services know nothing of it: only addresses, ids and secrets differ from the real hosts.
 * {@code /fb} stands for the Graph API, {@code /zalo} for Zalo's OAuth and OA API, {@code
 * /_control} seeds tokens and faults.
 */
@NullMarked
package io.dakenh.devstack.simulator;

import org.jspecify.annotations.NullMarked;
