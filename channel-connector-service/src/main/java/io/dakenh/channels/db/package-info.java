/** Statements without ceremony: bind, run, read. */
@NullMarked
package io.dakenh.channels.db;

import org.jspecify.annotations.NullMarked;
