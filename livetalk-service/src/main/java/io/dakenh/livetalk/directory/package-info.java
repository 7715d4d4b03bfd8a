/**
 * Businesses, people and departments as config-service tells of them; newer versions win, whatever
 * the order of arrival.
 */
@NullMarked
package io.dakenh.livetalk.directory;

import org.jspecify.annotations.NullMarked;
