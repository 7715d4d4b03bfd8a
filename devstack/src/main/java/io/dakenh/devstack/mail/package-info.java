/**
 * A mail server that delivers nothing: whatever a suite or a test sends can be read as a page, as
 * JSON, and by {@link io.dakenh.devstack.mail.Mailbox}.
 */
@NullMarked
package io.dakenh.devstack.mail;

import org.jspecify.annotations.NullMarked;
