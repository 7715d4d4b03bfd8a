/** Event types, topics and the catalogue of both. */
@NullMarked
package io.dakenh.contracts.event;

import org.jspecify.annotations.NullMarked;
