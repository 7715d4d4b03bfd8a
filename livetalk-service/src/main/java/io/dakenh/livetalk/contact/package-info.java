/**
 * The visitor as agents know them: what they told and what agents correct, the pages they saw,
 * their earlier conversations, how content they were, and whether they may still write.
 */
@NullMarked
package io.dakenh.livetalk.contact;

import org.jspecify.annotations.NullMarked;
