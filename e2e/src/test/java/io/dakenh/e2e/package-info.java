/**
 * Scenarios: the packaged suite from outside, in browsers and over its public interfaces.
 *
 * <p>{@code TalkIT} is the main job, {@code SurvivalIT} kills parts in the middle of it, {@code
 * IsolationIT} is a second business that must see nothing, {@code LooksIT} what the pages look like
 * and how they read.
 */
package io.dakenh.e2e;
