/**
 * Mail to people. Whoever has something to say writes a {@link io.dakenh.platform.mail.Letter} and
 * posts it with {@link io.dakenh.livetalk.mail.Mails} in the transaction it belongs to; the row is
 * the mail from then on. {@link io.dakenh.livetalk.mail.MailTimer} claims rows that are due, hands
 * them to the mail server, and tries again later when that is away. No request ever waits for it.
 */
@NullMarked
package io.dakenh.livetalk.mail;

import org.jspecify.annotations.NullMarked;
