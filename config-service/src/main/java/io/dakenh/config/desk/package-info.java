/** What desks need of the configuration. */
@NullMarked
package io.dakenh.config.desk;

import org.jspecify.annotations.NullMarked;
