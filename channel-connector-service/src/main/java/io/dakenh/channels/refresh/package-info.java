/**
 * Access tokens in use, and Zalo's single-use refresh tokens: one holder at a time, stored before
 * use.
 */
@NullMarked
package io.dakenh.channels.refresh;

import org.jspecify.annotations.NullMarked;
