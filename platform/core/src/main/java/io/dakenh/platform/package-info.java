/**
 * What every service does alike. Nothing here carries a domain noun; a piece enters when a second
 * service needs it.
 */
@NullMarked
package io.dakenh.platform;

import org.jspecify.annotations.NullMarked;
