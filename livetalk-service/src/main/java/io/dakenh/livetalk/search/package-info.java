/**
 * Search over the whole history, without regard to accents.
 *
 * <p>{@link io.dakenh.livetalk.search.SearchConsumer} follows the service's own events and has
 * {@link io.dakenh.livetalk.search.index} keep the words of what was written; {@link
 * io.dakenh.livetalk.search.SearchReader} finds them for those who may see the conversation. What
 * counts as a word is said in one place, {@link io.dakenh.livetalk.search.index.Words}.
 */
@NullMarked
package io.dakenh.livetalk.search;

import org.jspecify.annotations.NullMarked;
