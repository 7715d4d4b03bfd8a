package io.dakenh.devstack.mail;

/**
 * A mail somebody sent.
 *
 * @param messageId the same when it was sent twice
 * @param to mailbox, in lower case
 */
public record CaughtMail(
    String messageId,
    String to,
    String fromName,
    String from,
    String subject,
    String text,
    String html) {}
