/** Text as people compare and search it. */
@NullMarked
package io.dakenh.platform.text;

import org.jspecify.annotations.NullMarked;
