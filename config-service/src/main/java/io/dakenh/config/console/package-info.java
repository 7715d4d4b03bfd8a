/**
 * The console's files, from the web build inside this service's class path, served at the root of
 * the origin.
 */
@NullMarked
package io.dakenh.config.console;

import org.jspecify.annotations.NullMarked;
