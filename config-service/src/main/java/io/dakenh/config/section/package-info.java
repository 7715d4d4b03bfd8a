/**
 * Sections of the configuration: draft, publish, versions.
 *
 * <p>The main path: {@link io.dakenh.config.section.SectionResource} takes a request to {@link
 * io.dakenh.config.section.SectionService}, which has the content checked and changes the section's
 * one document. A publish carries with it, in the same write, what follows: the entry of the
 * version history ({@link io.dakenh.config.section.VersionHistory}), the audit entry, the event,
 * and the rendering of the public widget document. The relay does all of it again after a crash;
 * the request renders right away as well, so that its answer comes after the new document is
 * served.
 */
@NullMarked
package io.dakenh.config.section;

import org.jspecify.annotations.NullMarked;
