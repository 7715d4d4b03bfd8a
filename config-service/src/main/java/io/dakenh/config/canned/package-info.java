/**
 * Canned messages: ready answers that people insert in any conversation. {@code CannedService}
 * changes them one document at a time; {@code CannedImports} adds many, all or none; {@code
 * CannedCsv} reads and writes the table people keep them in.
 */
@NullMarked
package io.dakenh.config.canned;

import org.jspecify.annotations.NullMarked;
