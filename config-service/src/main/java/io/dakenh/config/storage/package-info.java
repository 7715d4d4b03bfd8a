/**
 * How documents are kept and how their changes become known.
 *
 * <p>MongoDB changes one document atomically, and nothing more is asked of it. A change therefore
 * carries what must follow from it inside the same document: {@link
 * io.dakenh.config.storage.Documents} writes the fields, the version and the {@link
 * io.dakenh.config.storage.PendingEntry pending entries} (events, audit, work on other documents)
 * in one update; {@link io.dakenh.config.storage.PendingRelay} sends and does them right after and
 * pulls them from the document.
 */
@NullMarked
package io.dakenh.config.storage;

import org.jspecify.annotations.NullMarked;
