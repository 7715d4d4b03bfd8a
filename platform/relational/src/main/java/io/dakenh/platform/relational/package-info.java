/** The platform on PostgreSQL. */
@NullMarked
package io.dakenh.platform.relational;

import org.jspecify.annotations.NullMarked;
