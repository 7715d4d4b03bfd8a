/**
 * How mail is worded and handed to the one mail server of an installation. Each service keeps its
 * own queue of {@link io.dakenh.platform.mail.Outgoing} mail in its store; {@link
 * io.dakenh.platform.mail.MailServer} says whether one was taken, may be later, or never will.
 */
@NullMarked
package io.dakenh.platform.mail;

import org.jspecify.annotations.NullMarked;
