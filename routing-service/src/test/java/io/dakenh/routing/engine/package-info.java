/** The rules of allocation by example, and against a reference model. */
@NullMarked
package io.dakenh.routing.engine;

import org.jspecify.annotations.NullMarked;
