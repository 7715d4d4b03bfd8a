/**
 * Which agents may see which conversations: own ones and those of own departments; owners see all.
 */
@NullMarked
package io.dakenh.livetalk.access;

import org.jspecify.annotations.NullMarked;
