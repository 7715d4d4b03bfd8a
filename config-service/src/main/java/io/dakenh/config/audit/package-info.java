/**
 * The audit log: who changed what and when, as {@code storage} wrote it down, for owners to search
 * and to take away.
 */
@NullMarked
package io.dakenh.config.audit;

import org.jspecify.annotations.NullMarked;
