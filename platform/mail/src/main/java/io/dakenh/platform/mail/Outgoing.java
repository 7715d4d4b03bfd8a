package io.dakenh.platform.mail;

import java.util.UUID;

/**
 * A mail as it leaves.
 *
 * @param id one mail has one, however often it is tried
 * @param senderName shown beside the installation's address
 */
public record Outgoing(
    UUID id, String recipient, String senderName, String subject, String text, String html) {
  /** Says nothing of what is in it. */
  @Override
  public String toString() {
    return "Outgoing[" + id + "]";
  }
}
