/**
 * Visitors' sessions: a signed token bound to one business and one visitor, and nothing stored
 * until the visitor speaks.
 */
@NullMarked
package io.dakenh.livetalk.visitor;

import org.jspecify.annotations.NullMarked;
