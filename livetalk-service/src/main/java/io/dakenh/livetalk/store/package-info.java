/**
 * Plain SQL in few words: every statement names its tenant, and nothing stands between it and the
 * database.
 */
@NullMarked
package io.dakenh.livetalk.store;

import org.jspecify.annotations.NullMarked;
