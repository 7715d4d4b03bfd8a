/**
 * Mail to people. {@link io.dakenh.config.mail.Mails} writes a letter down under an id its caller
 * derives from what it follows, so that nothing is said twice; {@link
 * io.dakenh.config.mail.MailSending} hands it to the mail server, now or when that is back.
 */
@NullMarked
package io.dakenh.config.mail;

import org.jspecify.annotations.NullMarked;
