/**
 * Facebook and Zalo as far as the suite calls them, for trying everything offline and for tests.
 * The services know nothing of it: only addresses, ids and secrets differ from the real hosts.
 * {@code /fb} stands for Facebook's dialog and the Graph API, {@code /zalo} for Zalo's OAuth and OA
 * API, {@code /_control} for what real ones do not have, and {@code /play} is a page where one
 * plays a customer.
 */
@NullMarked
package io.dakenh.devstack.simulator;

import org.jspecify.annotations.NullMarked;
