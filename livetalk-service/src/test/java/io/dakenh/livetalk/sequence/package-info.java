/** Tests of automatic messages: the rules alone, and with real servers. */
@NullMarked
package io.dakenh.livetalk.sequence;

import org.jspecify.annotations.NullMarked;
